/** Adds a feed: an address, then, where a site offers several feeds, the choice between them. */
import { useState } from 'react'
import type { FeedLogin, FoundFeed } from '../../contract/feed'
import { useApp } from '../app/window-context'
import { Dialog } from '../controls/dialog'
import { wording } from '../text/wording'
import { FolderField } from './folder-field'
import { LoginFields, NO_LOGIN } from './login-fields'

type Step =
  | { readonly name: 'address' }
  | { readonly name: 'busy'; readonly what: string }
  | { readonly name: 'choice'; readonly found: readonly FoundFeed[] }

export function AddFeedDialog() {
  const close = useApp((state) => state.closeDialog)
  const offered = useApp((state) => state.offeredAddress)
  const importOpml = useApp((state) => state.importOpml)
  const [address, setAddress] = useState(offered)
  const [folder, setFolder] = useState<readonly string[]>([])
  const [login, setLogin] = useState(NO_LOGIN)
  const { step, problem, locked, find, add } = useAdding(folder)
  const busy = step.name === 'busy'
  return (
    <Dialog
      title={wording.feeds.addTitle}
      onClose={close}
      footer={
        <>
          <button
            type="button"
            className="button plain"
            onClick={() =>
              void importOpml().then((done) => {
                if (done) close()
              })
            }
          >
            {wording.feeds.importOpml}
          </button>
          <button
            type="submit"
            form="add-feed"
            className="button primary"
            aria-disabled={busy || address.trim() === ''}
          >
            {busy ? step.what : wording.feeds.add}
          </button>
        </>
      }
    >
      <form
        id="add-feed"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy && address.trim() !== '')
            void find(address.trim(), locked === address.trim() ? login : NO_LOGIN)
        }}
      >
        <p className="quiet">{wording.feeds.addIntro}</p>
        <AddressField address={address} problem={problem} onAddress={setAddress} />
        {locked !== null && locked === address.trim() ? (
          <LoginFields address={locked} value={login} onChange={setLogin} />
        ) : null}
        <FolderField value={folder} onChange={setFolder} />
      </form>
      {step.name === 'choice' ? <FeedChoice found={step.found} onChoose={(url) => void add(url)} /> : null}
    </Dialog>
  )
}

interface AddressFieldProps {
  readonly address: string
  readonly problem: string | null
  readonly onAddress: (address: string) => void
}

function AddressField({ address, problem, onAddress }: AddressFieldProps) {
  return (
    <>
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
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : 'add-feed-problem'}
          onChange={(event) => {
            onAddress(event.target.value)
          }}
        />
      </label>
      {problem === null ? null : (
        <p className="problem" id="add-feed-problem" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}

/** The steps from an address to a feed. */
function useAdding(folder: readonly string[]) {
  const discoverFeeds = useApp((state) => state.discoverFeeds)
  const addFeed = useApp((state) => state.addFeed)
  const say = useApp((state) => state.say)
  const close = useApp((state) => state.closeDialog)
  const [step, setStep] = useState<Step>({ name: 'address' })
  const [problem, setProblem] = useState<string | null>(null)
  /** The address whose site wants a name and password. */
  const [locked, setLocked] = useState<string | null>(null)
  const setLogin = useApp((state) => state.setLogin)
  const fail = (message: string) => {
    setStep({ name: 'address' })
    setProblem(message)
  }
  const add = async (url: string) => {
    setStep({ name: 'busy', what: wording.feeds.adding })
    const answer = await addFeed(url, folder)
    if (!answer.ok) {
      fail(answer.error.message)
      return
    }
    say(wording.feeds.added(answer.value.title))
    close()
  }
  const find = async (address: string, login: FeedLogin) => {
    setProblem(null)
    setStep({ name: 'busy', what: wording.feeds.finding })
    const user = login.user.trim()
    const kept = user === '' ? null : await setLogin(address, { ...login, user })
    if (kept && !kept.ok) {
      fail(kept.error.message)
      return
    }
    const answer = await discoverFeeds(address)
    if (!answer.ok) {
      fail(answer.error.message)
      if (answer.error.code === 'unauthorized') setLocked(address)
      // What did not let us in is not kept.
      if (kept) await setLogin(address, null)
    } else if (answer.value.length === 0) fail(wording.feeds.none)
    else if (answer.value.length === 1) await add(answer.value[0]?.url ?? address)
    else setStep({ name: 'choice', found: answer.value })
  }
  return { step, problem, locked, find, add }
}

interface FeedChoiceProps {
  readonly found: readonly FoundFeed[]
  readonly onChoose: (url: string) => void
}

function FeedChoice({ found, onChoose }: FeedChoiceProps) {
  return (
    <section className="feed-choice">
      <h3>{wording.feeds.choose}</h3>
      <ul>
        {found.map((feed) => (
          <li key={feed.url}>
            <button
              type="button"
              onClick={() => {
                onChoose(feed.url)
              }}
            >
              <span dir="auto">{feed.title ?? feed.url}</span>
              <span className="quiet">{feed.url}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
