"""What a command says, as figures and typed tables; how each is written as text."""
