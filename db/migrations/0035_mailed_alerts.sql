-- Who was mailed of an alert, when, and how bad it was then: one that got worse is mailed again at
-- once, one that only came back once the hour is over. Of each technician, because each chooses.
alter table notifications
  add column mailed_at timestamptz(3),
  add column mailed_severity text
    check (mailed_severity in ('information', 'warning', 'critical')),
  add constraint notifications_mailed check ((mailed_at is null) = (mailed_severity is null));
create index notifications_mailed on notifications (tenant_id, technician_id, alert_id)
  where mailed_at is not null;

alter table alerts drop column mailed_at;
