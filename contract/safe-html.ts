/** HTML that came out of `electron/articles/sanitise-html.ts`, the only file that may make this type; nothing else is stored or shown. */

declare const brand: unique symbol
export type SafeHtml = string & { readonly [brand]: 'SafeHtml' }
