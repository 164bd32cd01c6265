/** The first sight of the app: the guide that ships with it, well-known feeds, an address of one's own, or another reader's OPML file. */
import { useState } from 'react'
import type { SyntheticEvent } from 'react'
import { Icon } from '../controls/icon'
import { useApp } from '../app/window-context'
import { wording } from '../text/wording'
import { useFirstFeeds } from './use-first-feeds'
import { WELL_KNOWN_FEEDS } from './well-known-feeds'

const text = wording.firstRun

export function FirstRun() {
  const [starter, setStarter] = useState(true)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [address, setAddress] = useState('')
  const endFirstRun = useApp((state) => state.endFirstRun)
  const { busy, problems, addAll, importFile } = useFirstFeeds()
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const own = address.trim()
    if (!busy) void addAll(starter, [...chosen, ...(own === '' ? [] : [own])])
  }
  const choose = (url: string) => {
    const next = new Set(chosen)
    if (!next.delete(url)) next.add(url)
    setChosen(next)
  }
  return (
    <main className="first-run">
      <form onSubmit={submit}>
        <header>
          <span className="reader-mark" aria-hidden="true" />
          <h1>{text.title}</h1>
          <p>{text.intro}</p>
        </header>
        <StarterCard checked={starter} onChange={setStarter} />
        <FeedChecks chosen={chosen} onChoose={choose} />
        <OwnAddress address={address} onAddress={setAddress} onImport={importFile} />
        <Problems problems={problems} />
        <footer>
          <button type="submit" className="button primary large" aria-disabled={busy}>
            {busy ? text.starting : text.start}
          </button>
          <button type="button" className="button plain" onClick={() => void endFirstRun()}>
            {text.skip}
          </button>
        </footer>
        <p className="quiet first-run-privacy">{text.privacy}</p>
      </form>
    </main>
  )
}

function StarterCard({
  checked,
  onChange,
}: {
  readonly checked: boolean
  readonly onChange: (on: boolean) => void
}) {
  return (
    <section>
      <h2>{text.starterTitle}</h2>
      <label className="pick">
        <input
          type="checkbox"
          aria-label={text.starterCheck}
          checked={checked}
          onChange={(event) => {
            onChange(event.target.checked)
          }}
        />
        <span>
          <strong>{text.starterCheck}</strong>
          <small>{text.starter}</small>
        </span>
      </label>
    </section>
  )
}

interface FeedChecksProps {
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (url: string) => void
}

function FeedChecks({ chosen, onChoose }: FeedChecksProps) {
  return (
    <fieldset>
      <legend>{text.wellKnown}</legend>
      <div className="picks">
        {WELL_KNOWN_FEEDS.map(({ title, about, url }) => (
          <label key={url} className="pick">
            <input
              type="checkbox"
              aria-label={title}
              checked={chosen.has(url)}
              onChange={() => {
                onChoose(url)
              }}
            />
            <span>
              <strong>{title}</strong>
              <small>{about}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface OwnAddressProps {
  readonly address: string
  readonly onAddress: (address: string) => void
  readonly onImport: () => Promise<void>
}

function OwnAddress({ address, onAddress, onImport }: OwnAddressProps) {
  return (
    <div className="first-run-own">
      <section>
        <h2>{text.own}</h2>
        <label className="labelled">
          <span>{wording.feeds.address}</span>
          <input
            className="field"
            type="text"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            placeholder={wording.feeds.addressExample}
            value={address}
            onChange={(event) => {
              onAddress(event.target.value)
            }}
          />
        </label>
      </section>
      <section>
        <h2>{text.opmlTitle}</h2>
        <p className="quiet">{text.opmlHint}</p>
        <button type="button" className="button" onClick={() => void onImport()}>
          {text.opml}
        </button>
      </section>
    </div>
  )
}

function Problems({ problems }: { readonly problems: readonly string[] }) {
  if (problems.length === 0) return null
  return (
    <div className="problem" role="alert">
      <p>
        <Icon name="warning" /> {text.failed}
      </p>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  )
}
