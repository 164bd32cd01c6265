/** The words with which publishers of many languages head their related articles, as data. */

/** A heading or label that announces related articles. Tested against the folded text of a short element, without its colon. */
export const RELATED_HEADING = new RegExp(
  '^(?:' +
    [
      // English
      'related(?: (?:articles?|stor(?:y|ies)|posts?|news|content|links?|coverage|reading|items?|to this (?:story|article)|video|videos))?',
      "(?:you (?:may|might)|you'll) (?:also )?(?:like|enjoy|be interested in)(?: these)?|you may have missed|recommended(?: (?:for you|articles?|stories|reading|posts?))?",
      '(?:read|see|watch) (?:more|also|next|this next)(?: (?:on|about) .{2,40})?|learn more (?:on|about) .{2,40}|also read|must reads?|further reading|more (?:on|about|in|like) (?:this|.{2,40})|more (?:stories|news|coverage|articles|reading)',
      'more from .{2,40}|similar (?:articles?|stories|posts?)|(?:what to )?read next|next (?:article|read)s?|in case you missed it|don.t miss|suggested (?:articles|reading)|up next|keep reading|we recommend|also worth reading|also (?:of interest|on .{2,40})',
      // German
      '(?:mehr|alles|artikel) zum thema|(?:lesen|das lesen) sie (?:auch|dazu|mehr|jetzt|hier)(?: .{2,40})?|lies auch|(?:verwandte|themenrelevante) (?:artikel|beitr[äa]ge|inhalte|nachrichten|meldungen)|[äa]hnliche (?:artikel|beitr[äa]ge|nachrichten|news|meldungen|videos)|weitere (?:artikel|meldungen|beitr[äa]ge|themen|infos?)(?: .{2,30})?|auch interessant|das k[öo]nnte (?:sie|dich) (?:auch )?interessieren|mehr dazu|dazu (?:auch|passend)|passend dazu',
      // French
      '(?:à )?lire (?:aussi|également|la suite)|(?:à )?voir aussi|articles? (?:liés?|similaires?|connexes?|associés?|recommandés?)|sur le même (?:sujet|thème)|dans la même (?:rubrique|catégorie)|pour aller plus loin|en savoir plus|à découvrir(?: aussi)?|plus d.articles?',
      // Spanish, Portuguese, Italian
      'art[íi]culos? relacionados?|noticias? relacionadas?|relacionad[oa]s?|(?:te|le) puede interesar|tambi[ée]n (?:te|le) (?:puede|podr[íi]a) interesar|lea(?: también| más)?|lee (?:también|además)|leer (?:también|más)|m[áa]s (?:sobre|en|noticias) ?.{0,40}|no te pierdas|contenido relacionado',
      'leia (?:também|mais)|veja (?:também|mais)|not[íi]cias relacionadas|artigos? relacionados?|conte[úu]do relacionado|saiba mais|mais (?:sobre|not[íi]cias) ?.{0,40}',
      'leggi anche|articoli (?:correlati|simili)|potrebbe(?:ro)? interessarti(?: anche)?|ti potrebbe interessare|notizie correlate|approfondimenti|per approfondire|vedi anche',
      // Dutch, Nordic
      'lees (?:ook|meer|verder)(?: over .{2,40})?|gerelateerde? (?:artikelen|berichten)|meer over(?: dit onderwerp)?|meer (?:nieuws|lezen)|zie ook',
      'l[æe]s (?:også|mere|mer)|les (?:også|mer)|läs (?:också|även|mer|vidare)|relaterade? (?:artiklar|artikler|inlägg)|mer om .{2,40}|se også|lue (?:myös|lisää)|aiheesta lisää',
      // Slavic, Baltic, Greek, Turkish, others
      'czytaj (?:także|też|więcej|również)|zobacz (?:także|też|również)|przeczytaj (?:także|też|również)|powiązane(?: artykuły)?|podobne (?:artykuły|wpisy)|polecamy',
      'čtěte také|přečtěte si také|související(?: články)?|mohlo by vás zajímat|čítajte (?:aj|tiež)|súvisiace(?: články)?|pročitajte (?:i|još)|povezan[ei] (?:članci|vesti|vijesti)|preberite tudi|olvassa el|kapcsolódó (?:cikkek|hírek)',
      'читайте также|читать также|смотрите также|материалы по теме|по теме|похожие (?:статьи|записи|новости)|ещё по теме|читайте (?:ещё|також)|схожі (?:статті|новини)|прочетете още|свързани статии',
      'διαβάστε (?:επίσης|ακόμη|ακόμα|περισσότερα)|σχετικά (?:άρθρα|θέματα)|ilgili (?:haberler|yazılar|içerikler)|bunlar da ilginizi çekebilir|benzer (?:haberler|yazılar)|baca juga|artikel terkait|berita terkait|xem thêm|tin liên quan|bài viết liên quan|citește și|citeşte şi|articole similare',
      // Arabic, Hebrew, Persian, Hindi, East Asian
      'اقرأ (?:أيضا|أيضًا|ايضا|المزيد)|مقالات ذات صلة|أخبار ذات صلة|مواضيع ذات صلة|مواضيع متعلقة|ذات صلة|כתבות (?:נוספות|קשורות)|קראו (?:גם|עוד)|מטالب مرتبط|مطالب مرتبط|اخبار مرتبط|संबंधित (?:खबरें|समाचार|लेख)|यह भी पढ़ें|ये भी पढ़ें',
      '相关(?:阅读|文章|新闻|报道|链接|推荐)|延伸阅读|推荐阅读|相關(?:閱讀|文章|新聞|報導)|延伸閱讀|推薦閱讀|関連(?:記事|ニュース|リンク|キーワード)|あわせて読みたい|こちらもおすすめ|おすすめ記事|관련(?: ?기사| ?뉴스| ?글)|함께 읽으면 좋은 글|추천 기사',
    ].join('|') +
    ')$',
  'iu',
)

/** The same at the start of a line that goes on with the link itself: "READ ALSO: Title". */
export const RELATED_LINE =
  /^(?:\W{0,4}\s*)(?:also read|read (?:also|more|next|this|here)|see also|related(?: (?:story|stories|article|articles|post|news|coverage|video|reading))?|more on this|more|recommended|must read|don['’]t miss|watch(?: (?:now|more|also))?|lesen sie (?:auch|dazu|hier|mehr)|lies auch|mehr (?:dazu|zum thema)|auch interessant|siehe auch|(?:à )?lire (?:aussi|également)|(?:à )?voir aussi|lea (?:también|además|más)|lea|mir[ae](?: también| además)?|vea(?: también| además)?|también lea|lee (?:también|además)|leer (?:también|más)|te puede interesar|leia (?:também|mais)|veja também|leggi anche|lees (?:ook|meer)|læs også|les også|läs (?:också|även|mer)|se også|lue myös|czytaj (?:także|też|więcej|również)|zobacz (?:także|też|również)|čtěte také|čítajte (?:aj|tiež)|čtěte|читайте также|читайте (?:ещё|також)|смотрите также|по теме|διαβάστε (?:επίσης|ακόμη|ακόμα)|ilgili haber|baca juga|xem thêm|citește și|اقرأ (?:أيضا|أيضًا|ايضا)|यह भी पढ़ें|相关阅读|延伸阅读|延伸閱讀|関連記事|관련 ?기사)(?:\s*[:：|»›>→–—-]+\s*|\s*$)/iu

/** Classes of blocks of related articles. */
export const RELATED_CLASS =
  /(?:^|[\s_-])(?:related|relateds|recommend(?:ed|ation|ations)?|read-?more|read-?also|read-?next|more-?(?:on|stories|news|from)|see-?also|similar|further-?reading|yarpp|jp-relatedposts|crp_related|zergnet|outbrain|taboola|you-?may|also-?(?:like|read)|suggested)(?:$|[\s_-])|related-?(?:articles?|posts?|stories|links?|content|news)|relatedposts/
/** Of those, the ones that strangers fill: out of the body, but nobody's related articles. */
export const ADVERTISED =
  /outbrain|taboola|zergnet|revcontent|mgid|adblade|plista|dianomi|sponsor|native-?ad|promoted|advert|(?:^|[\s_-])ads?(?=$|[\s_-])/
/** Menus, footers, topics and comments, which have links and labels of their own. */
export const FRAME_CLASS =
  /(?:^|[\s_-])(?:sub-?|main-?|mega-?|top-?)?(?:nav|navi|navigation|navbar|menu|menuitem)(?=$|[\s_-])|(?:site|page|global)-?footer|breadcrumb|cookie|gdpr|consent|(?:^|[\s_-])(?:comments?|commentlist|respond|tags|tag-?list|topics)(?=$|[\s_-])/
