/** Adds feeds: an address, then what it offers with a preview of each, then the word to add. Enter goes each step. */
import { useEffect, useRef, useState } from 'react'
import type { FeedLogin } from '../../contract/feed'
import { useApp, useWindow } from '../app/window-context'
import { Dialog } from '../controls/dialog'
import { FolderField } from '../sidebar/folder-field'
import { LoginFields, NO_LOGIN } from '../sidebar/login-fields'
import type { Subscribing } from '../store/subscribe-slice'
import { wording } from '../text/wording'
import { FACTS_ID, OfferedFeeds } from './offered-feeds'

const text = wording.subscribe

export function AddFeedDialog() {
  const offer = useApp((state) => state.offer)
  // Another address that is offered meanwhile begins anew.
  return <Adding key={offer?.number ?? 0} />
}

function Adding() {
  const close = useApp((state) => state.closeDialog)
  const subscribing = useApp((state) => state.subscribing)
  const [folder, setFolder] = useState<readonly string[]>([])
  const [login, setLogin] = useState(NO_LOGIN)
  const { address, setAddress } = useAddress()
  const submit = useSubmit(folder)
  const { button, box } = useFocusOnFound(subscribing)
  const wanted = address.trim()
  const locked = subscribing.locked !== null && subscribing.locked === wanted
  return (
    <Dialog
      title={wording.feeds.addTitle}
      size="medium"
      onClose={close}
      footer={
        <>
          <ImportButton />
          <SubmitButton subscribing={subscribing} empty={wanted === ''} buttonRef={button} />
        </>
      }
    >
      <form
        id="add-feed"
        onSubmit={(event) => {
          event.preventDefault()
          submit(wanted, locked ? login : null)
        }}
      >
        <AddressField address={address} problem={subscribing.problem} onAddress={setAddress} />
        {locked ? <LoginFields address={wanted} value={login} onChange={setLogin} /> : null}
        <FolderField value={folder} onChange={setFolder} />
        <Found subscribing={subscribing} boxRef={box} />
      </form>
    </Dialog>
  )
}

/** The address in the field, with what an earlier one has found gone. */
function useAddress() {
  const begin = useApp((state) => state.beginSubscribing)
  const findFeeds = useApp((state) => state.findFeeds)
  const offer = useApp((state) => state.offer)
  const [address, setAddress] = useState(offer?.address ?? '')
  useEffect(() => {
    begin()
    if (offer?.look) void findFeeds(offer.address, null)
    return begin
  }, [begin, findFeeds, offer])
  return {
    address,
    setAddress: (next: string) => {
      setAddress(next)
      begin()
    },
  }
}

function useSubmit(folder: readonly string[]) {
  const { store } = useWindow()
  return (address: string, login: FeedLogin | null) => {
    const { subscribing, findFeeds, addChosen, showList, closeDialog } = store.getState()
    const known = knownAlone(subscribing)
    if (subscribing.step === 'address' && address !== '') {
      const user = login?.user.trim() ?? ''
      void findFeeds(address, login && user !== '' ? { ...login, user } : null)
    } else if (known !== null) {
      closeDialog()
      void showList({ view: 'all', feedId: known, folder: null, order: store.getState().query.order })
    } else if (subscribing.step === 'found' && subscribing.chosen.size > 0)
      void addChosen(folder).then((done) => {
        // The reader may have closed it, and opened another one.
        if (done && store.getState().dialog === 'add-feed') closeDialog()
      })
  }
}

/** The only feed that was found, when the reader has it already. */
function knownAlone({ step, candidates }: Subscribing): string | null {
  return step === 'found' && candidates.length === 1 ? (candidates[0]?.feed.known?.feedId ?? null) : null
}

/** The button for one feed, so that Enter adds it; of several the first box, where Enter adds what is ticked. */
function useFocusOnFound({ step, address }: Subscribing) {
  const button = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (step === 'found') (box.current ?? button.current)?.focus()
  }, [step, address])
  return { button, box }
}

interface FoundProps {
  readonly subscribing: Subscribing
  readonly boxRef: React.Ref<HTMLInputElement>
}

function Found({ subscribing: { candidates, chosen }, boxRef }: FoundProps) {
  const choose = useApp((state) => state.chooseCandidate)
  const preview = useApp((state) => state.previewCandidate)
  if (candidates.length === 0) return null
  return (
    <OfferedFeeds
      candidates={candidates}
      chosen={chosen}
      firstRef={boxRef}
      onChoose={choose}
      onPreview={(url) => void preview(url)}
    />
  )
}

function ImportButton() {
  const importOpml = useApp((state) => state.importOpml)
  const close = useApp((state) => state.closeDialog)
  return (
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
  )
}

interface SubmitButtonProps {
  readonly subscribing: Subscribing
  readonly empty: boolean
  readonly buttonRef: React.Ref<HTMLButtonElement>
}

function SubmitButton({ subscribing, empty, buttonRef }: SubmitButtonProps) {
  const { step, candidates, chosen } = subscribing
  const nothingToAdd = step === 'found' && chosen.size === 0 && knownAlone(subscribing) === null
  const idle = step === 'address' ? !empty : !nothingToAdd && step === 'found'
  return (
    <button
      ref={buttonRef}
      type="submit"
      form="add-feed"
      className="button primary"
      aria-disabled={!idle}
      aria-describedby={candidates.length === 1 ? FACTS_ID : undefined}
    >
      {submitWords(subscribing)}
    </button>
  )
}

function submitWords(subscribing: Subscribing): string {
  const { step, chosen } = subscribing
  if (step === 'address') return text.find
  if (step === 'finding') return text.finding
  if (step === 'adding') return text.adding
  return knownAlone(subscribing) === null ? text.add(chosen.size) : text.show
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
          aria-describedby={problem === null ? 'add-feed-intro' : 'add-feed-problem'}
          onChange={(event) => {
            onAddress(event.target.value)
          }}
        />
      </label>
      {problem === null ? (
        <p className="quiet" id="add-feed-intro">
          {wording.feeds.addIntro}
        </p>
      ) : (
        <p className="problem" id="add-feed-problem" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}
