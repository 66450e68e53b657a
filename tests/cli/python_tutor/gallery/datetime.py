from datetime import date, datetime, timedelta
d1 = date(2024, 1, 31)
d2 = d1 + timedelta(days=1)
dt = datetime(2024, 5, 17, 13, 45)
delta = d2 - d1
print(d2.isoformat(), dt.strftime('%Y-%m-%d %H:%M'), delta.days, d1.weekday())
