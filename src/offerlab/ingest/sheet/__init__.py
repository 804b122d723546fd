"""Tables of any format, a row at a time: CSV, xlsx, Parquet, JSON."""
