-- Whether contacts see their devices in the portal, main contacts those of their customer.
alter table portal_settings add column shows_devices boolean not null default false;
