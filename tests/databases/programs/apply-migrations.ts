/** Applies the migrations, and prints the names of those that this very process applied. */
import { applyMigrations } from '@flowgate/database/migrate';

const { applied } = await applyMigrations(process.argv[2] ?? '');
console.log(applied.join(','));
