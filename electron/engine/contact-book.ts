/** Counts every request that leaves, by host and purpose, and keeps the counts with the library after each pass. */
import type { Contact, ContactedHost, ContactPurpose } from '../../contract/contact'
import { appErrorOf } from '../app-failure'
import type { LibraryStore } from '../library/library-store'

export class ContactBook {
  /** Not stored yet. */
  private fresh = new Map<string, Map<ContactPurpose, Contact>>()

  constructor(
    private readonly library: Pick<LibraryStore, 'contacts'>,
    private readonly now: () => Date,
    /** Hears why the counts could not be kept; a full disk must not make a failed sync of a good one. */
    private readonly failed: (message: string) => void,
  ) {}

  readonly note = (host: string, purpose: ContactPurpose): void => {
    const purposes = this.fresh.get(host) ?? new Map<ContactPurpose, Contact>()
    const count = (purposes.get(purpose)?.count ?? 0) + 1
    purposes.set(purpose, { purpose, count, lastAt: this.now().toISOString() })
    this.fresh.set(host, purposes)
  }

  /** The host asked last first. */
  hosts(): Promise<readonly ContactedHost[]> {
    return this.library.contacts.hosts(listed(this.fresh))
  }

  async forget(): Promise<void> {
    this.fresh = new Map()
    await this.library.contacts.forget()
  }

  /** Never rejects. */
  async keep(): Promise<void> {
    const { fresh } = this
    this.fresh = new Map()
    try {
      await this.library.contacts.add(listed(fresh))
    } catch (error) {
      this.failed(appErrorOf(error).message)
    }
  }
}

function listed(hosts: ReadonlyMap<string, ReadonlyMap<ContactPurpose, Contact>>): ContactedHost[] {
  return [...hosts].map(([host, purposes]) => ({ host, contacts: [...purposes.values()] }))
}
