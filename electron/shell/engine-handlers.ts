/** The requests the engine answers alone, each beside the engine's method that answers it. */
import type { EngineFacade, EngineRequestName, Handlers } from './engine-facade'

/** `failed` hears of a sync that broke off: `sync.start` has been answered long before. */
export function engineHandlers(
  engine: EngineFacade,
  failed: (error: unknown) => void,
): Handlers<EngineRequestName> {
  return {
    'app.counts': () => engine.counts(),
    'edition.make': () => engine.editions.make(),
    'settings.get': () => engine.settings(),
    'rules.list': () => engine.rules(),
    'rules.save': (rules) => engine.saveRules(rules),
    'rules.preview': (rule) => engine.previewRule(rule),
    'feeds.list': () => engine.feeds(),
    'feeds.some': (feedIds) => engine.feeds(feedIds),
    'feeds.add': (address, folder) => engine.addFeed(address, folder),
    'feeds.discover': (address) => engine.discovery.discover(address),
    'feeds.preview': (address, url) => engine.discovery.preview(address, url),
    'feeds.addStarter': () => engine.addStarter(),
    'feeds.change': (feedId, change) => engine.changeFeed(feedId, change),
    'feeds.login': (address) => engine.credentials.facts(address),
    'feeds.setLogin': (address, login) => engine.credentials.set(address, login),
    'feeds.remove': (feedId) => engine.feedDesk.leave(feedId),
    'feeds.restore': (feedId) => engine.feedDesk.back(feedId),
    'feeds.arrange': (feedIds, moves) => engine.feedDesk.arrange(feedIds, moves),
    'articles.list': (query, cursor, limit) => engine.stories.page(query, cursor, limit),
    'articles.get': (articleId) => engine.article(articleId),
    'articles.compare': (articleId, at) => engine.compareVersion(articleId, at),
    'articles.check': (articleId) => engine.offline.check(articleId),
    'articles.mark': async (articleIds, change) => ({ changed: await engine.mark(articleIds, change) }),
    'articles.remove': async (ids, deleted) => ({ changed: await engine.mark(ids, { deleted }) }),
    'articles.markAllRead': async (query) => ({ changed: await engine.markAllRead(query) }),
    'articles.markBelowRead': async (query, articleId) => ({
      changed: await engine.markBelowRead(query, articleId),
    }),
    'articles.prepare': (articleIds) => engine.offline.prepareNamed(articleIds),
    'prepare.estimate': (scope) => engine.offline.estimate(scope),
    'prepare.run': (scope) => engine.offline.prepare(scope),
    'stories.others': (articleId) => engine.stories.others(articleId),
    'stories.part': (articleIds, apart) => engine.stories.part(articleIds, apart),
    'search.query': (text, limit, snippets) => engine.search(text, limit, { snippets }),
    'search.snippets': (text, articleIds) => engine.snippets(text, articleIds),
    'highlights.list': () => engine.highlights(),
    'highlights.add': (highlight) => engine.addHighlight(highlight),
    'highlights.change': (highlightId, change) => engine.changeHighlight(highlightId, change),
    'highlights.remove': (highlightId) => engine.removeHighlight(highlightId),
    'highlights.restore': (highlight) => engine.restoreHighlight(highlight),
    'library.usage': () => engine.storage.usage(),
    'library.previewPurge': (limits) => engine.storage.previewPurge(limits),
    'library.purge': () => engine.storage.purge(),
    'sync.start': (feedIds) => {
      // The reader asked: feeds that are not due yet are asked as well.
      void engine.sync({ feedIds, force: true, depth: 'full' }).catch(failed)
    },
    'sync.cancel': engine.cancelSync.bind(engine),
    'sync.progress': () => engine.progress(),
    'sync.decisions': (feedId) => engine.decisions(feedId),
    'work.list': () => engine.works.running(),
    'work.cancel': engine.works.cancel.bind(engine.works),
    'privacy.hosts': () => engine.contacts.hosts(),
    'privacy.forget': () => engine.contacts.forget(),
  }
}
