/** Name and password for a site that wants them: where they go is said before anything is typed. */
import { useEffect, useState } from 'react'
import type { FeedLogin, LoginFacts } from '../../contract/feed'
import { useApp } from '../app/window-context'
import { wording } from '../text/wording'

export interface LoginFieldsProps {
  /** An address of the site. */
  readonly address: string
  readonly value: FeedLogin
  readonly onChange: (login: FeedLogin) => void
}

export const NO_LOGIN: FeedLogin = { user: '', password: '' }

export function LoginFields({ address, value, onChange }: LoginFieldsProps) {
  const [facts, setFacts] = useFacts(address)
  const setLogin = useApp((state) => state.setLogin)
  if (!facts) return null
  const forget = async () => {
    const answer = await setLogin(address, null)
    if (answer.ok) setFacts(answer.value)
  }
  return (
    <fieldset className="login-fields">
      <legend>{wording.feeds.signIn}</legend>
      {facts.user === null ? null : (
        <p className="login-known">
          <span>{wording.feeds.signedIn(facts.user)}</span>
          <button type="button" className="button plain" onClick={() => void forget()}>
            {wording.feeds.signOut}
          </button>
        </p>
      )}
      <div className="login-pair">
        <label className="labelled">
          <span>{wording.feeds.user}</span>
          <input
            className="field"
            type="text"
            autoComplete="off"
            spellCheck={false}
            maxLength={500}
            value={value.user}
            onChange={(event) => {
              // A colon would end the name early (RFC 7617).
              onChange({ ...value, user: event.target.value.replaceAll(':', '') })
            }}
          />
        </label>
        <label className="labelled">
          <span>{wording.feeds.password}</span>
          <input
            className="field"
            type="password"
            autoComplete="off"
            maxLength={2000}
            value={value.password}
            onChange={(event) => {
              onChange({ ...value, password: event.target.value })
            }}
          />
        </label>
      </div>
      <LoginHints facts={facts} />
    </fieldset>
  )
}

function LoginHints({ facts: { origin, lasting } }: { readonly facts: LoginFacts }) {
  return (
    <p className="quiet">
      {[
        wording.feeds.signInTo(origin),
        origin.startsWith('http:') ? wording.feeds.signInOpen : '',
        lasting ? '' : wording.feeds.signInForNow,
      ]
        .filter(Boolean)
        .join(' ')}
    </p>
  )
}

function useFacts(address: string) {
  const askLogin = useApp((state) => state.askLogin)
  const [facts, setFacts] = useState<LoginFacts | null>(null)
  useEffect(() => {
    let wanted = true
    void askLogin(address).then((answer) => {
      if (wanted && answer.ok) setFacts(answer.value)
    })
    return () => {
      wanted = false
    }
  }, [address, askLogin])
  return [facts, setFacts] as const
}
