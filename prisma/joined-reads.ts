/**
 * The only raw SQL of the product: look-ups on every call that Prisma would answer with one statement per table.
 * Plain joins that all three databases read alike; what their drivers give back differently is made equal here.
 */
import type { PrismaClient } from './clients/sqlite/client.ts';

/** A token with the person who issued it and what they are in its project now. */
export interface TokenAtDoorRow {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly issuerId: string;
  readonly projectId: string;
  readonly groupId: string | null;
  readonly stepId: string | null;
  readonly targetStepId: string | null;
  readonly documentId: string | null;
  readonly scopes: string;
  readonly types: string | null;
  readonly agent: string | null;
  readonly mode: string;
  readonly state: string;
  readonly secretHash: string;
  readonly pepperId: string;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  /** What a run of it may use up; null: the installation's own limits. */
  readonly runStepsMax: number | null;
  readonly runRevisionsMax: number | null;
  readonly runSeconds: number | null;
  readonly issuerName: string;
  readonly issuerIsAdmin: boolean;
  readonly issuerDeactivatedAt: Date | null;
  /** Null: no member of the project. */
  readonly issuerRole: string | null;
  /** Null: the issuer has no second factor. */
  readonly issuerSecondFactorSince: Date | null;
  /** Whether the installation (1) and the project (1) ask for one. */
  readonly demands: number;
}

/** A person's session with their account. */
export interface SessionAtDoorRow {
  readonly id: string;
  readonly secretHash: string;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  readonly personId: string;
  readonly displayName: string;
  readonly isAdmin: boolean;
  readonly language: string;
  readonly deactivatedAt: Date | null;
  readonly mustChangePassword: boolean | null;
  readonly secondFactorSince: Date | null;
  /** How many ask for a second factor: projects, and the installation. */
  readonly demands: number;
}

/** A group with its project's settings, its owner's role there, and where the project's log stands. */
export interface GroupPlaceRow {
  readonly id: string;
  readonly projectId: string;
  readonly moduleId: string;
  readonly number: number;
  readonly title: string;
  readonly state: string;
  readonly ownerId: string;
  readonly version: number;
  readonly documentCount: number;
  readonly questionCount: number;
  readonly sequenceVersion: number;
  readonly sequenceDecidedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly closedAt: Date | null;
  readonly closedBecause: string | null;
  readonly projectLanguage: string;
  readonly projectFourEyes: boolean;
  readonly projectUnattended: boolean;
  readonly projectInstructions: string;
  /** JSON: standing instructions by type; null: none. */
  readonly projectTypeInstructions: string | null;
  readonly projectArchivedAt: Date | null;
  /** The folder of the linked clone; null: none is linked. */
  readonly projectRepository: string | null;
  /** JSON list of the project's own checks; null: none. */
  readonly projectChecks: string | null;
  /** Null: the owner is no member, or deactivated. */
  readonly ownerRole: string | null;
  /** Verdicts still held, and unresolved threads: most groups have neither. */
  readonly heldCount: number;
  readonly threadCount: number;
  /** JSON list of people named to judge here, or null. */
  readonly reviewerIds: string | null;
  /** Reviewers and maintainers who can sign in, and of them the maintainers. */
  readonly judgeCount: number;
  readonly maintainerCount: number;
  readonly logPosition: number;
  readonly logHeadHash: string;
}

export interface JoinedReads {
  /** One statement. Null: no such token. */
  tokenAtDoor(id: string): Promise<TokenAtDoorRow | null>;
  /** One statement. Null: no such session. */
  sessionAtDoor(id: string): Promise<SessionAtDoorRow | null>;
  /** One statement. Null: no such group. */
  groupPlace(id: string): Promise<GroupPlaceRow | null>;
}

type Raw = Readonly<Record<string, unknown>>;

export function joinedReads(client: PrismaClient): JoinedReads {
  return {
    tokenAtDoor: async (id) => {
      const rows = await client.$queryRaw<Raw[]>`
        SELECT t.id, t.kind, t.label, t.issuer_id, t.project_id, t.group_id, t.step_id, t.target_step_id,
          t.document_id, t.scopes, t.types, t.agent, t.mode, t.state, t.secret_hash, t.pepper_id,
          t.expires_at, t.last_used_at, t.revoked_at, t.run_steps_max, t.run_revisions_max,
          t.run_seconds, p.display_name AS issuer_name,
          p.is_admin AS issuer_is_admin, p.deactivated_at AS issuer_deactivated_at, m.role AS issuer_role,
          p.second_factor_since AS issuer_second_factor_since,
          (SELECT COUNT(*) FROM second_factor_demand d
            WHERE d.scope = '*' OR d.scope = t.project_id) AS demands
        FROM token t
        JOIN person p ON p.id = t.issuer_id
        LEFT JOIN membership m ON m.project_id = t.project_id AND m.person_id = t.issuer_id
        WHERE t.id = ${id}`;
      return one<TokenAtDoorRow>(rows, {
        times: [
          'expiresAt',
          'lastUsedAt',
          'revokedAt',
          'issuerDeactivatedAt',
          'issuerSecondFactorSince',
        ],
        truths: ['issuerIsAdmin'],
        numbers: ['demands', 'runStepsMax', 'runRevisionsMax', 'runSeconds'],
      });
    },
    sessionAtDoor: async (id) => {
      const rows = await client.$queryRaw<Raw[]>`
        SELECT s.id, s.secret_hash, s.last_used_at, s.expires_at, s.ended_at, p.id AS person_id,
          p.display_name, p.is_admin, p.language, p.deactivated_at, p.must_change_password,
          p.second_factor_since, (SELECT COUNT(*) FROM second_factor_demand) AS demands
        FROM session s
        JOIN person p ON p.id = s.person_id
        WHERE s.id = ${id}`;
      return one<SessionAtDoorRow>(rows, {
        times: ['lastUsedAt', 'expiresAt', 'endedAt', 'deactivatedAt', 'secondFactorSince'],
        truths: ['isAdmin', 'mustChangePassword'],
        numbers: ['demands'],
      });
    },
    groupPlace: async (id) => {
      const rows = await client.$queryRaw<Raw[]>`
        SELECT g.id, g.project_id, g.module_id, g.number, g.title, g.state, g.owner_id, g.version,
          g.document_count, g.question_count, g.sequence_version, g.sequence_decided_at, g.created_at,
          g.updated_at, g.closed_at, g.closed_because, p.language AS project_language,
          p.four_eyes AS project_four_eyes, p.unattended AS project_unattended,
          p.instructions AS project_instructions, p.type_instructions AS project_type_instructions,
          p.archived_at AS project_archived_at, p.repository AS project_repository,
          p.checks AS project_checks, m.role AS owner_role,
          (SELECT COUNT(*) FROM held_verdict h JOIN document hd ON hd.id = h.document_id
            WHERE hd.group_id = g.id) AS held_count,
          (SELECT COUNT(*) FROM thread th JOIN document td ON td.id = th.document_id
            WHERE td.group_id = g.id AND th.state <> 'resolved') AS thread_count,
          g.reviewer_ids,
          (SELECT COUNT(*) FROM membership jm JOIN person jp ON jp.id = jm.person_id
            WHERE jm.project_id = g.project_id AND jm.role IN ('reviewer', 'maintainer')
              AND jp.deactivated_at IS NULL) AS judge_count,
          (SELECT COUNT(*) FROM membership mm JOIN person mp ON mp.id = mm.person_id
            WHERE mm.project_id = g.project_id AND mm.role = 'maintainer'
              AND mp.deactivated_at IS NULL) AS maintainer_count,
          l.position AS log_position,
          l.head_hash AS log_head_hash
        FROM work_group g
        JOIN project p ON p.id = g.project_id
        JOIN project_log l ON l.project_id = g.project_id
        LEFT JOIN person o ON o.id = g.owner_id AND o.deactivated_at IS NULL
        LEFT JOIN membership m ON m.project_id = g.project_id AND m.person_id = o.id
        WHERE g.id = ${id}`;
      return one<GroupPlaceRow>(rows, {
        times: ['sequenceDecidedAt', 'createdAt', 'updatedAt', 'closedAt', 'projectArchivedAt'],
        truths: ['projectFourEyes', 'projectUnattended'],
        numbers: [
          'number',
          'version',
          'documentCount',
          'questionCount',
          'sequenceVersion',
          'heldCount',
          'threadCount',
          'judgeCount',
          'maintainerCount',
          'logPosition',
        ],
      });
    },
  };
}

interface Columns<T> {
  readonly times: readonly (keyof T)[];
  readonly truths: readonly (keyof T)[];
  readonly numbers: readonly (keyof T)[];
}

function one<T>(rows: readonly Raw[], { times, truths, numbers }: Columns<T>): T | null {
  const [row] = rows;
  if (row === undefined) return null;
  const members = Object.entries(row).map(([column, value]) => {
    const key = column.replaceAll(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
    const name = key as keyof T;
    if (value === null || value === undefined) return [key, null];
    if (times.includes(name)) return [key, new Date(value as string | number | Date)];
    // SQLite and MySQL know no truth values: they answer 0 and 1, as a number or a big one.
    if (truths.includes(name)) return [key, value === true || Number(value) === 1];
    return [key, numbers.includes(name) ? Number(value) : value];
  });
  return Object.fromEntries(members) as T;
}
