/** English words of the rules. */
import { formatNumber } from '../format-number'

export const rules = {
  rules: {
    title: 'Rules',
    editTitle: 'Rule',
    hint: 'Rules are applied to articles as they arrive. What is here already stays as it is.',
    none: 'There are no rules yet.',
    add: 'New rule',
    edit: (rule: string) => `Edit: ${rule}`,
    remove: (rule: string) => `Remove: ${rule}`,
    when: 'When an article arrives and all of this is true',
    then: 'Do this',
    save: 'Save rule',
    conditionLabel: 'Condition',
    fieldLabel: 'What to look at',
    testLabel: 'How',
    wordsLabel: 'Words',
    wordsHint: 'words, or a phrase, …',
    addCondition: 'Add a condition',
    removeCondition: 'Remove this condition',
    chooseFeed: 'Choose a feed',
    unknownFeed: 'a feed that was removed',
    contains: 'contains',
    containsNot: 'does not contain',
    is: 'is',
    isNot: 'is not',
    fields: {
      words: 'Title or summary',
      title: 'Title',
      author: 'Author',
      category: 'Category',
      feed: 'Feed',
    },
    actions: {
      mute: 'Mute',
      read: 'Mark as read',
      star: 'Star',
      save: 'Save',
      notify: 'Notify',
    },
    actionHints: {
      mute: 'Kept and found by search, but in no list',
      read: 'Arrives as read',
      star: 'Arrives with a star',
      save: 'Kept for good',
      notify: 'On the desktop, if notifications are on',
    },
    and: ' and ',
    sentence: (when: string, what: string) => `If ${when}: ${what}`,
    condition: (field: string, words: string, not: boolean) =>
      `${field} ${not ? 'does not contain' : 'contains'} “${words}”`,
    feedCondition: (title: string, not: boolean) => `Feed is ${not ? 'not ' : ''}“${title}”`,
    unfinished: 'Separate alternatives with commas; end a word with * to find all that begin so.',
    finds: (matching: number, looked: number) =>
      `Would have held for ${formatNumber(matching)} of the newest ${formatNumber(looked)} articles.`,
  },
}
