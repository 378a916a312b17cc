using Ishenim.Core.Appeals.Urgency;
using Ishenim.Core.Mail;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals.Urgency;

/// <summary>A school where everybody has an address, and its rounds of the hour.</summary>
internal sealed class UrgentSchool
{
    private UrgentSchool(TestSchool school)
    {
        (School, Desk, Escalation) = (school, new DeskOf(school), new Escalation(school.Database.Gate));
    }

    public TestSchool School { get; }

    public DeskOf Desk { get; }

    public Escalation Escalation { get; }

    /// <summary>A teacher who is a member of the commission.</summary>
    public TestPerson Member { get; private set; } = null!;

    public static async Task<UrgentSchool> OpenAsync(TestDatabase database, bool addresses = true)
    {
        var school = new UrgentSchool(await TestSchool.OpenAsync(database));
        school.Member = await school.School.AddAsync("Мээрим Ойдонова", Position.Teacher, Role.Member);
        var unconfirmed = await school.School.AddAsync("Нурлан Жаңыбаев", Position.Other, confirmed: false, Role.Responsible);
        if (addresses)
            foreach (var (person, name) in new[] { (school.School.Responsible, "responsible"), (school.School.Director, "director"), (school.School.Chair, "chair"), (school.Member, "member"), (unconfirmed, "unconfirmed") })
                await school.AddressAsync(person.Id, name);
        return school;
    }

    public async Task AddressAsync(PersonId person, string name)
    {
        await using var db = School.Database.Open(School.Id);
        await db.Set<Person>().Where(row => row.Id == person).ExecuteUpdateAsync(row => row.SetProperty(one => one.Email, name + "@mektep.example"));
    }

    /// <summary>Makes this hour's round, lets the hour pass, and says who was told by it: "chair UrgentNotTakenUp".</summary>
    public async Task<string> RoundAsync()
    {
        await using var db = School.Database.Open(School.Id);
        await db.Set<OutboxMail>().ExecuteDeleteAsync();
        await Escalation.RoundAsync(School.Id, School.Clock.UtcNow);
        School.Time.Pass(TimeSpan.FromHours(1));
        var mails = await db.Set<OutboxMail>().AsNoTracking().ToListAsync();
        return string.Join(", ", mails.Select(mail => $"{mail.To.Split('@')[0]} {mail.Notice}").Order(StringComparer.Ordinal));
    }

    public async Task<List<string>> RoundsAsync(int count)
    {
        var told = new List<string>();
        for (var i = 0; i < count; i++)
            told.Add(await RoundAsync());
        return told;
    }

    /// <summary>Everybody who was told in many rounds.</summary>
    public async Task<string> ToldAsync() => string.Join(", ", (await RoundsAsync(7)).Where(told => told.Length > 0).Order(StringComparer.Ordinal));

    public async Task<List<UrgentWait>> WaitsAsync()
    {
        await using var db = School.Database.Open(School.Id);
        return await db.Set<UrgentWait>().AsNoTracking().ToListAsync();
    }
}
