/** Chapters of the guide are built in as text (scripts/build.mjs). */
declare module '*.md' {
  const text: string
  export { text as default }
}
