/** Tells a page that is no article from one that is: errors, robot checks, cookie walls and paywalls must not be stored as text. */
import type { ExtractResult } from './article-body'
import type { PageFacts } from './page-facts'

type Refusal = Omit<Extract<ExtractResult, { ok: false }>, 'ways'>

const ERROR_TITLE =
  /^(?:error\b.{0,40}|\W*(?:40[0134]|410|429|50[0234])\b.{0,60}|.{0,30}\b(?:page|seite|article) (?:not found|nicht gefunden|cannot be found|does not exist|no longer exists).{0,40}|(?:page )?not found.{0,40}|access (?:to this page has been )?denied.{0,40}|forbidden|service unavailable|bad gateway|too many requests|just a moment\.{0,3}|attention required!.{0,40}|are you (?:a )?(?:human|robot)\??|(?:please )?verify(?:ing)? (?:you are human|your browser).{0,40}|security check.{0,40}|(?:ddos|bot) (?:protection|check).{0,40}|checking your browser.{0,40}|pardon our interruption.{0,20}|robot check|request blocked.{0,40}|seite nicht gefunden.{0,40}|page (?:non trouvée|introuvable).{0,40}|página no encontrada.{0,40}|pagina non trovata.{0,40})$/i
const COOKIE_WORDS =
  /\b(?:cookies?|consent|einwilligung|datenschutz|privacy (?:policy|settings)|gdpr|dsgvo|personali[sz]ed (?:ads|advertising)|tracking|consentement|données personnelles|consentimiento)\b/gi
const PAYWALL_WORDS =
  /\b(?:subscribe (?:now|today|to (?:read|continue|unlock|access))|to continue reading|continue reading (?:with|by)|already a subscriber|subscribers? only|for subscribers|become a (?:subscriber|member)|unlock (?:this|the full) (?:article|story)|log ?in to (?:read|continue)|register to (?:read|continue)|this (?:article|content|story) is (?:for|only available|reserved|exclusive)|premium (?:content|article)|jetzt (?:abonnieren|weiterlesen)|weiterlesen mit|nur für abonnenten|réservé aux abonnés|article réservé|il vous reste \d+|solo (?:para|per) (?:suscriptores|abbonati)|contenido exclusivo|abonnez-vous|suscríbete para)\b/i
/** Below this a body is a stub or a notice. In words; about three short paragraphs. */
const SHORT = 110
const VERY_SHORT = 60
const LEAST = 5

interface FoundBody {
  readonly text: string
  readonly words: number
  /** The beginning of all the page shows, for the words of its walls. */
  readonly pageText: string
}

/** The reason for which nothing of this page should be stored, or null. `text` is the body found. */
export function pageVerdict(facts: PageFacts, body: FoundBody): Refusal | null {
  if (body.words >= SHORT) return null
  const title = facts.title ?? ''
  if (ERROR_TITLE.test(title)) {
    return refusal(
      'error_page',
      `The page answered with "${title}" instead of the article; it may be gone. Try again later or open it in the browser.`,
    )
  }
  if ((body.text.match(COOKIE_WORDS)?.length ?? 0) >= 3) {
    return refusal(
      'cookie_wall',
      'The page shows only a question about cookies; open it in the browser to read it.',
    )
  }
  if (isPaywalled(facts, body)) {
    return refusal(
      'paywall',
      'The page shows only its beginning to readers without a subscription; open it in the browser to read it all.',
    )
  }
  if (body.words >= LEAST) return null
  return refusal('no_article', 'No article text was found on the page; open it in the browser to read it.')
}

function isPaywalled(facts: PageFacts, { text, words, pageText }: FoundBody): boolean {
  if (facts.linked?.free === false || PAYWALL_WORDS.test(text)) return true
  return words < VERY_SHORT && PAYWALL_WORDS.test(pageText)
}

function refusal(code: Refusal['error']['code'], message: string): Refusal {
  return { ok: false, error: { code, message } }
}
