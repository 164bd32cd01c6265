/** Every host that was contacted, what for, how often and when last. Counted on this disk and told to nobody. */
import { useEffect, useState } from 'react'
import type { ContactedHost } from '../../contract/contact'
import { useApp } from '../app/window-context'
import { Dialog } from '../controls/dialog'
import { formatAgo } from '../text/format-date'
import { wording } from '../text/wording'

const text = wording.privacy

/** Rows drawn; the field finds the others. */
const MOST_ROWS = 300

export function PrivacyDialog() {
  const close = useApp((state) => state.closeDialog)
  const hosts = useApp((state) => state.hosts)
  const loadHosts = useApp((state) => state.loadHosts)
  const forgetHosts = useApp((state) => state.forgetHosts)
  const [wanted, setWanted] = useState('')
  useEffect(() => {
    void loadHosts()
  }, [loadHosts])
  const found = (hosts ?? []).filter(({ host }) => host.includes(wanted.trim().toLowerCase()))
  return (
    <Dialog
      title={text.title}
      onClose={close}
      size="large"
      footer={
        <button
          type="button"
          className="button"
          disabled={!hosts || hosts.length === 0}
          onClick={() => void forgetHosts()}
        >
          {text.forget}
        </button>
      }
    >
      <p>{text.explanation}</p>
      <input
        type="search"
        className="field"
        aria-label={text.find}
        placeholder={text.find}
        value={wanted}
        onChange={(event) => {
          setWanted(event.target.value)
        }}
      />
      <p className="quiet" role="status">
        {hosts === null ? text.loading : text.count(found.length)}
      </p>
      {found.length > 0 ? <HostTable hosts={found.slice(0, MOST_ROWS)} /> : null}
    </Dialog>
  )
}

function HostTable({ hosts }: { readonly hosts: readonly ContactedHost[] }) {
  const now = useApp((state) => state.clock)
  return (
    <div className="wide-table">
      <table className="activity-table">
        <thead>
          <tr>
            <th scope="col">{text.host}</th>
            <th scope="col">{text.why}</th>
            <th scope="col">{text.last}</th>
          </tr>
        </thead>
        <tbody>
          {hosts.map(({ host, contacts }) => (
            <tr key={host}>
              <th scope="row">{host}</th>
              <td>
                {contacts.map(({ purpose, count }) => text.times(text.purposes[purpose], count)).join(', ')}
              </td>
              <td>{formatAgo(lastOf(contacts), now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function lastOf(contacts: ContactedHost['contacts']): string {
  return contacts.reduce((last, { lastAt }) => (lastAt > last ? lastAt : last), '')
}
