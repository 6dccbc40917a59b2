-- The application's role reads and writes rows; it owns no table. Runs again when it changes; default
-- privileges cover the tables of later migrations.
grant usage on schema public to ${app_role};
grant select, insert, update, delete on all tables in schema public to ${app_role};
grant usage on all sequences in schema public to ${app_role};
alter default privileges in schema public grant select, insert, update, delete on tables to ${app_role};
alter default privileges in schema public grant usage on sequences to ${app_role};
-- The public ledger is only ever added to.
revoke update, delete, truncate on ledger_entry, ledger_head from ${app_role};
-- So is the log of looks; its trigger refuses changes.
revoke delete on look from ${app_role};
-- A report is never changed; report_forget alone wipes what is personal.
revoke update, delete, truncate on report, report_line from ${app_role};
-- Neither is a step of a call for help, nor what a sender said of a report later.
revoke update, delete, truncate on sos_step, report_word from ${app_role};
-- Nor is a decision on a report; its trigger refuses changes, and only the report's forgetting wipes a reason.
revoke update, delete, truncate on verification from ${app_role};
