// A page of a running Chromium through its debugging port: only what the benchmarks ask of it. Playwright's own way to a running Electron wants
// a browser that manages contexts, which Electron is not, and its way of starting one changes the start that is measured.

const ANSWER_MS = 120_000

export class PageDoor {
  #socket
  #waiting = new Map()
  #next = 1

  /** @param {number} port the browser's debugging port */
  static async open(port) {
    const door = new PageDoor()
    const address = await pageAddress(port)
    door.#socket = new WebSocket(address)
    await new Promise((resolve, reject) => {
      door.#socket.onopen = resolve
      door.#socket.onerror = () => reject(new Error(`No connection to ${address}`))
    })
    door.#socket.onmessage = ({ data }) => door.#take(JSON.parse(data))
    return door
  }

  /**
   * Runs `work` in the page with one plain argument and answers with what it resolves to.
   *
   * @template A, R
   * @param {(argument: A) => R | Promise<R>} work stands alone: nothing of this program is there
   * @param {A} [argument]
   * @returns {Promise<R>}
   */
  async evaluate(work, argument) {
    const expression = `(${work.toString()})(${JSON.stringify(argument) ?? ''})`
    const { result, exceptionDetails } = await this.#send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  close() {
    this.#socket.close()
  }

  #send(method, params) {
    const id = this.#next++
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${method} was not answered`)), ANSWER_MS)
      this.#waiting.set(id, (answer) => {
        clearTimeout(timer)
        if (answer.error) reject(new Error(answer.error.message))
        else resolve(answer.result)
      })
      this.#socket.send(JSON.stringify({ id, method, params }))
    })
  }

  #take(answer) {
    this.#waiting.get(answer.id)?.(answer)
    this.#waiting.delete(answer.id)
  }
}

async function pageAddress(port) {
  for (const until = Date.now() + ANSWER_MS; Date.now() < until;) {
    const targets = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()
    const page = targets.find(({ type }) => type === 'page')
    if (page) return page.webSocketDebuggerUrl
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The app opened no window.')
}
