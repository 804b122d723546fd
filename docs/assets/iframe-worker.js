// A page opened from a folder may start no worker, which the search needs: here the
// worker's script runs in a hidden frame instead. Nothing is fetched.
if (location.protocol === "file:") {
  window.IFrameWorker = class extends EventTarget {
    constructor(url) {
      super()
      this.frame = document.createElement("iframe")
      this.frame.hidden = true
      document.body.append(this.frame)
      const inner = this.frame.contentWindow
      inner.postMessage = (data) =>
        this.dispatchEvent(new MessageEvent("message", { data }))
      inner.importScripts = (...urls) =>
        urls.reduce((last, each) => last.then(() => this.load(each)), Promise.resolve())
      this.ready = this.load(url)
    }

    load(url) {
      const script = this.frame.contentDocument.createElement("script")
      const loaded = new Promise((done) => script.addEventListener("load", done))
      script.src = url
      this.frame.contentDocument.body.append(script)
      return loaded
    }

    postMessage(data) {
      const { contentWindow: inner } = this.frame
      this.ready.then(() =>
        inner.dispatchEvent(new inner.MessageEvent("message", { data })))
    }

    terminate() {
      this.frame.remove()
    }
  }
  window.Worker = window.IFrameWorker
}
