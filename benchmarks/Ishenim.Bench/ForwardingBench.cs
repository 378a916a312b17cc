using System.Diagnostics;
using System.Globalization;
using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Staff;
using Ishenim.Testing;

namespace Ishenim.Bench;

/// <summary>Forwarding a letter to ten executors, from the call to the durable commit, on both databases.</summary>
internal static class ForwardingBench
{
    private const int Executors = 10;
    private const int Times = 30;

    public static async Task<Table> RunAsync()
    {
        var rows = new List<(string, string)>();
        foreach (var kind in new[] { DatabaseKind.Sqlite, DatabaseKind.Postgres })
        {
            await using var database = await TestDatabase.StartAsync(kind);
            var school = await TestSchool.OpenAsync(database);
            var people = new List<PersonId>();
            for (var i = 1; i <= Executors; i++)
                people.Add((await school.AddAsync($"Аткаруучу {i}", Position.Other, Role.Executor)).Id);
            var taken = new List<double>();
            // The first one does not count.
            for (var i = 0; i <= Times; i++)
                taken.Add(await ForwardAsync(school, people));
            rows.Add(($"{kind}, to {Executors} people", string.Create(
                CultureInfo.InvariantCulture, $"p50 {taken.Skip(1).Order().ElementAt(Times / 2):0.0} ms, slowest of {Times} {taken.Skip(1).Max():0.0} ms")));
        }
        return new Table("forwarding", rows);
    }

    private static async Task<double> ForwardAsync(TestSchool school, IReadOnlyList<PersonId> people)
    {
        var letter = TestSchool.Letter("Ашкана муздак.");
        await school.AcceptAsync(letter);
        var (forwarding, actor, id) = (new LetterForwarding(new AppealDesk(school.Database.Gate)), school.Responsible.Now(school), letter.Draft.Id);
        var offer = (await forwarding.OfferAsync(actor, id))!;
        var clock = Stopwatch.StartNew();
        await forwarding.ForwardAsync(actor, id, new NewForwarding
        {
            To = people, Commission = false, Lead = null, Text = "Текшерип, жыйынтыгын жазып бериңиздер.", DueOn = offer.Facts.DueOn, WithIdentity = false, Redacted = false, Version = offer.Version,
        });
        return clock.Elapsed.TotalMilliseconds;
    }
}
