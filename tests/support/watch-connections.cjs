// Loaded into a process before anything else (NODE_OPTIONS --require): writes down, below everything of ours, each connection that is
// opened, each name that is looked up and each datagram, in worker threads too.
const { appendFileSync } = require('node:fs')
const dgram = require('node:dgram')
const dns = require('node:dns')
const net = require('node:net')

const file = process.env.WATCHED_CONNECTIONS
const note = (line) => appendFileSync(file, line + '\n')

const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (...args) {
  // Node normalises [options, callback] into one array before it comes here.
  const [first] = args
  const options = Array.isArray(first) ? first[0] : first
  note(`connect ${options?.host ?? options?.path ?? 'localhost'}:${options?.port ?? ''}`)
  return connect.apply(this, args)
}
for (const owner of [dns, dns.promises]) {
  const { lookup } = owner
  owner.lookup = (name, ...rest) => {
    note(`lookup ${name}`)
    return lookup(name, ...rest)
  }
}
const { send } = dgram.Socket.prototype
dgram.Socket.prototype.send = function (...args) {
  note('datagram')
  return send.apply(this, args)
}
