/** The one channel on which the window asks; each request is checked and answered in answer-request.ts. */
import { ipcMain } from 'electron'
import { REQUEST_CHANNEL } from '../../contract/bridge'
import { answerRequest, type AnswerOptions } from './answer-request'

/** Starts to answer; returns a function that stops it. */
export function serveRequests(options: AnswerOptions): () => void {
  ipcMain.handle(REQUEST_CHANNEL, (event, name: unknown, ...args: unknown[]) =>
    answerRequest(options, { senderId: event.sender.id, frame: event.senderFrame, name, args }),
  )
  return () => {
    ipcMain.removeHandler(REQUEST_CHANNEL)
  }
}
