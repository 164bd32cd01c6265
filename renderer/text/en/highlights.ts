/** English words of highlights. */
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
    import: 'Import from JSON…',
    imported: (added: number, known: number, left: number, unseen = 0) =>
      [
        `${count(added, 'highlight', 'highlights')} imported`,
        known > 0 ? `${count(known, 'was', 'were')} here already` : '',
        left > 0 ? `${count(left, 'was', 'were')} left out` : '',
        unseen > 0 ? `${formatNumber(unseen)} not looked at because you cancelled` : '',
      ]
        .filter(Boolean)
        .join(', '),
    importTitle: 'Import of highlights',
    leftOut: 'Left out: their articles are not in this library',
    leftOutHint: 'Add the feeds of these articles, sync, and import the file again.',
    leftOutOf: (n: number) => count(n, 'highlight', 'highlights'),
    nothingMatches: 'No highlight matches.',
    list: 'Highlights',
    count: (n: number, articles: number) =>
      `${count(n, 'highlight', 'highlights')} in ${count(articles, 'article', 'articles')}`,
    failed: 'Your highlights could not be read',
  },
}
