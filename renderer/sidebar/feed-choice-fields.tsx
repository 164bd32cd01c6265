/** What the reader chooses for one feed alone: how often, which text, what comes along, how long it stays. */
import type { FeedChoices } from '../../contract/feed'
import { Choice, SwitchField } from '../settings/setting-fields'
import { wording } from '../text/wording'

const text = wording.feeds

export interface FeedChoiceFieldsProps {
  readonly value: FeedChoices
  readonly onChange: (change: Partial<FeedChoices>) => void
}

export function FeedChoiceFields({ value, onChange }: FeedChoiceFieldsProps) {
  return (
    <div className="feed-choices">
      <NumberChoice
        label={text.interval}
        options={text.intervals}
        otherwise={text.everyMinutes}
        value={value.intervalMinutes}
        onChange={(intervalMinutes) => {
          onChange({ intervalMinutes })
        }}
      />
      <SwitchField
        label={text.pauseFeed}
        hint={text.pauseHint}
        value={value.paused}
        onChange={(paused) => {
          onChange({ paused })
        }}
      />
      <ArticleFields value={value} onChange={onChange} />
      <KeepFields value={value} onChange={onChange} />
    </div>
  )
}

function ArticleFields({ value, onChange }: FeedChoiceFieldsProps) {
  return (
    <>
      <Choice
        label={text.textSource}
        options={text.textSources}
        value={value.textSource}
        onChange={(textSource) => {
          onChange({ textSource })
        }}
      />
      <Choice
        label={text.related}
        options={text.relatedChoices}
        value={value.prefetchRelated === null ? 'settings' : value.prefetchRelated ? 'always' : 'never'}
        onChange={(choice) => {
          onChange({ prefetchRelated: choice === 'settings' ? null : choice === 'always' })
        }}
      />
      <SwitchField
        label={text.comments}
        hint={text.commentsHint}
        value={value.fetchComments}
        onChange={(fetchComments) => {
          onChange({ fetchComments })
        }}
      />
      <Choice
        label={text.direction}
        options={text.directions}
        value={value.direction}
        onChange={(direction) => {
          onChange({ direction })
        }}
      />
      <SwitchField
        label={text.notify}
        hint={text.notifyHint}
        value={value.notify}
        onChange={(notify) => {
          onChange({ notify })
        }}
      />
    </>
  )
}

function KeepFields({ value, onChange }: FeedChoiceFieldsProps) {
  return (
    <>
      <NumberChoice
        label={text.keepDays}
        options={text.keepDaysChoices}
        otherwise={text.forDays}
        value={value.keepDays}
        onChange={(keepDays) => {
          onChange({ keepDays })
        }}
      />
      <NumberChoice
        label={text.keepArticles}
        options={text.keepArticlesChoices}
        otherwise={text.newest}
        value={value.keepArticles}
        onChange={(keepArticles) => {
          onChange({ keepArticles })
        }}
      />
    </>
  )
}

interface NumberChoiceProps {
  readonly label: string
  readonly options: readonly (readonly [number, string])[]
  /** Words for a value that is none of the options: another program or an older version may have set it. */
  readonly otherwise: (value: number) => string
  /** Null for as in the settings. */
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

const AS_IN_SETTINGS = ''

function NumberChoice({ label, options, otherwise, value, onChange }: NumberChoiceProps) {
  const listed = value === null || options.some(([option]) => option === value)
  const all = listed ? options : [...options, [value, otherwise(value)] as const]
  return (
    <label className="setting">
      <span>{label}</span>
      <select
        className="field"
        value={value === null ? AS_IN_SETTINGS : String(value)}
        onChange={(event) => {
          onChange(event.target.value === AS_IN_SETTINGS ? null : Number(event.target.value))
        }}
      >
        <option value={AS_IN_SETTINGS}>{text.asInSettings}</option>
        {all.map(([option, words]) => (
          <option key={option} value={String(option)}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
