/** Ids are branded: only the store or a parser makes one, so that one kind is never taken for another. */
declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

export type CaseId = Id<'case'>
export type ItemId = Id<'item'>
export type ChannelId = Id<'channel'>
export type NoticeId = Id<'notice'>
export type FindId = Id<'find'>
export type AlertId = Id<'alert'>
export type RequestId = Id<'request'>
export type DeliveryId = Id<'delivery'>
export type WatchId = Id<'watch'>
export type TidingId = Id<'tiding'>
export type MandateId = Id<'mandate'>
export type SendingId = Id<'sending'>
