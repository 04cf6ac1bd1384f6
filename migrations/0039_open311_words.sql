-- What the reporter is told when the system of an agency speaks of a case without moving it (api/open311, api/reports).
insert into report_notice (action, title, body) values
    ('outside', 'Đơn vị đang xử lý báo về phản ánh {code}', '{note}');
