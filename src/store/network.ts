import { z } from 'zod';
import { SentCall } from '../schemas/network.ts';
import type { Connection } from './connection.ts';
import { json, readRecord } from './records.ts';
import type { Store } from './store.ts';

type NetworkMethods = Pick<Store, 'recordCall' | 'listCalls' | 'findReply' | 'keepReply'>;

const CallRow = z.object({ content: json(SentCall), sentAt: z.string() });

// A call that was made before its interview was saved, or after it was deleted, is kept all the same.
const INSERT_CALL = `
  INSERT INTO network_calls (interview_id, content)
  VALUES ((SELECT id FROM interviews WHERE id = @sessionId), @content)`;

const SELECT_CALLS = `
  SELECT content, sent_at AS sentAt FROM network_calls
  WHERE @sessionId IS NULL OR interview_id = @sessionId
  ORDER BY number`;

const UPSERT_REPLY = `
  INSERT INTO replies (key, reply, expires_at)
  VALUES (@key, @reply, strftime('%Y-%m-%dT%H:%M:%fZ', 'now', @lifetime))
  ON CONFLICT (key) DO UPDATE SET reply = excluded.reply, expires_at = excluded.expires_at`;

const NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";

/** What was sent where, and what came back often enough to be kept for a while. */
export function createNetworkStore({ database, read, write }: Connection): NetworkMethods {
  const insertCall = database.prepare(INSERT_CALL);
  const selectCalls = database.prepare<[{ sessionId: string | null }]>(SELECT_CALLS);
  const selectReply = database.prepare<[string], string>(`SELECT reply FROM replies WHERE key = ? AND expires_at > ${NOW}`).pluck();
  const upsertReply = database.prepare(UPSERT_REPLY);
  const forgetOld = database.prepare(`DELETE FROM replies WHERE expires_at <= ${NOW}`);

  return {
    async recordCall(call) {
      const content = JSON.stringify(SentCall.parse(call));
      write(() => insertCall.run({ sessionId: call.sessionId, content }));
    },

    async listCalls({ sessionId = null }: { sessionId?: string | null } = {}) {
      const rows = read(() => selectCalls.all({ sessionId }));
      return rows.map((row) => {
        const { content, sentAt } = readRecord(CallRow, row, 'A line of the network ledger');
        return { ...content, sentAt };
      });
    },

    async findReply(key) {
      return read(() => selectReply.get(key));
    },

    async keepReply(key, reply, lifetimeHours) {
      write(() => {
        forgetOld.run();
        upsertReply.run({ key, reply, lifetime: `+${lifetimeHours} hours` });
      });
    },
  };
}
