-- Since when the secret in force is: old secrets stand out. Null where it was made with the application, or before this.
alter table client add column secret_made_at timestamptz;
