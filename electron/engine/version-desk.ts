/** Shows one change of an article's text by its publisher; the texts are compared in a worker. */
import type { ArticleId } from '../../contract/article-id'
import type { VersionChange } from '../../contract/version'
import { AppFailure } from '../app-failure'
import type { LibraryStore } from '../library/library-store'
import type { TaskRunner } from '../workers/tasks'

export type CompareVersion = (articleId: ArticleId, at: string) => Promise<VersionChange>

/** The text before the change of that time beside the next one that is kept, or the one of now. */
export function versionComparer(
  library: Pick<LibraryStore, 'article' | 'body'>,
  tasks: TaskRunner,
): CompareVersion {
  return async (articleId, at) => {
    const record = library.article(articleId)
    const body = record ? await library.body(articleId) : null
    const versions = body?.versions ?? []
    const found = versions.findIndex((version) => version.at === at)
    const before = versions[found]
    if (!record || !body || !before)
      throw new AppFailure(
        'no_version',
        'That earlier text is no longer on this disk; close this and open the article again.',
      )
    const after = versions[found + 1] ?? { title: record.title, text: body.body.text }
    return tasks.run('compare-version', {
      at,
      before: { title: before.title ?? record.title, text: before.text },
      after: { title: after.title ?? record.title, text: after.text },
    })
  }
}
