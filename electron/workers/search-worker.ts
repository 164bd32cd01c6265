/** The thread of the search index: hands messages to the service and answers back. */
import { parentPort } from 'node:worker_threads'
import type { SearchMessage } from '../search/search-message'
import { SearchService } from '../search/search-service'

const service = new SearchService()
parentPort?.on('message', (message: SearchMessage) => {
  void service.handle(message).then((answer) => {
    parentPort?.postMessage(answer)
  })
})
