/** English words of highlights. */
import type { HighlightImport } from '../../../contract/highlight'
import { count, formatNumber } from '../format-number'

export const highlights = {
  highlights: {
    title: 'Highlights',
    region: 'All highlights',
    make: 'New highlight',
    edit: 'Edit highlight',
    colors: { yellow: 'Yellow', green: 'Green', blue: 'Blue', pink: 'Pink', purple: 'Purple' },
    color: 'Colour',
    note: 'Note',
    notePlaceholder: 'Add a note',
    saveNote: 'Save note',
    remove: 'Remove highlight',
    removed: 'Highlight removed',
    added: 'Highlighted',
    copy: 'Copy highlight',
    copyFound: 'Copy all that are shown',
    copied: (n: number) => `${count(n, 'highlight', 'highlights')} copied`,
    editNote: 'Edit note',
    grouping: 'Group highlights',
    groupings: { article: 'By article', feed: 'By feed', color: 'By colour', date: 'By day' },
    filter: 'Find in highlights',
    anyColor: 'Any colour',
    export: 'Export highlights',
    asMarkdown: 'As Markdown…',
    asHtml: 'As HTML…',
    asJson: 'As JSON…',
    exported: (n: number, file: string) => `${count(n, 'highlight', 'highlights')} written to ${file}`,
    asFiles: 'As Markdown, a file an article…',
    exportedEach: (n: number, files: number, folder: string) =>
      `${count(n, 'highlight', 'highlights')} written into ${count(files, 'file', 'files')} in ${folder}`,
    import: 'Import from Markdown or JSON…',
    imported: ({ added, changed, known, refused, left = 0 }: HighlightImport, leftOut: number) =>
      [
        `${count(added, 'highlight', 'highlights')} imported`,
        changed > 0 ? `${formatNumber(changed)} changed as in the file` : '',
        known > 0 ? `${count(known, 'was', 'were')} here already` : '',
        leftOut > 0 ? `${count(leftOut, 'was', 'were')} left out` : '',
        refused.length > 0 ? `${count(refused.length, 'file', 'files')} not read` : '',
        left > 0 ? `${formatNumber(left)} not looked at because you cancelled` : '',
      ]
        .filter(Boolean)
        .join(', '),
    importTitle: 'Import of highlights',
    leftOut: 'Left out: their articles are not in this library',
    refusedFiles: 'Not read: these files are damaged, or none of Offprint’s',
    leftOutHint: 'Add the feeds of these articles, sync, and import the file again.',
    leftOutOf: (n: number) => count(n, 'highlight', 'highlights'),
    nothingMatches: 'No highlight matches.',
    list: 'Highlights',
    count: (n: number, articles: number) =>
      `${count(n, 'highlight', 'highlights')} in ${count(articles, 'article', 'articles')}`,
    failed: 'Your highlights could not be read',
  },
}
