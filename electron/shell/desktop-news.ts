/** Tells the desktop of a sync's news and keeps the number on the program's icon right, as far as the reader wants either. */
import { app, Notification } from 'electron'
import type { ArticleId } from '../../contract/article-id'
import type { EngineFacade } from './engine-facade'
import { syncNotification, type ToldArticle } from './sync-notification'

export interface DesktopNewsOptions {
  readonly engine: Pick<EngineFacade, 'settings' | 'counts'>
  /** Whether the reader looks at a window of ours. */
  readonly focused: () => boolean
  /** Shows the window, and in it the article when one is named. */
  readonly show: (articleId: ArticleId | null) => void
}

export class DesktopNews {
  private badge = 0
  /** Held so that its click still finds it. */
  private shown: Notification | null = null

  constructor(private readonly options: DesktopNewsOptions) {}

  /** Called when a pass has ended. Nothing is shown while the reader looks at the window: it says so itself. */
  synced(newArticles: number, told: readonly ToldArticle[]): void {
    this.updateBadge()
    const news = syncNotification(this.options.engine.settings().notifications, newArticles, told)
    if (!news || this.options.focused() || !Notification.isSupported()) return
    const notification = new Notification({ title: news.title, body: news.body, silent: true })
    notification.on('click', () => {
      this.options.show(news.articleId)
    })
    notification.show()
    this.shown?.close()
    this.shown = notification
  }

  /** Cheap enough for every change of a status: counts come from memory. */
  updateBadge(): void {
    const { engine } = this.options
    const wanted = engine.settings().unreadBadge ? engine.counts().unread : 0
    if (wanted === this.badge) return
    this.badge = wanted
    app.setBadgeCount(wanted)
  }
}
