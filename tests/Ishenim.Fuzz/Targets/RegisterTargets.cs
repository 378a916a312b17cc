using System.Globalization;
using System.Text;
using Ishenim.Core.Appeals;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.WebUtilities;

namespace Ishenim.Fuzz.Targets;

/// <summary>What an address asks of the register: filters and places in it.</summary>
internal static class RegisterTargets
{
    private static readonly string[] Names = ["number", "state", "mark", "kind", "subject", "group", "channel", "from", "to", "older", "newer"];
    private static readonly string[] Values = ["1", "2", "Answered", "urgent", "unread", "overdue", "2026-09-15", "2026-1", "20260000001", "20260000003", "Complaint", "Pupil", "Web"];
    private static readonly Lazy<Task<TestSchool>> Filled = new(FillAsync);

    public static FuzzTarget Question { get; } = new("register", dice => Encoding.UTF8.GetBytes(Query(dice)), AskAsync);

    public static string Query(Dice dice) => "?" + string.Join('&', Enumerable.Range(0, 1 + dice.Below(5)).Select(_ =>
        $"{dice.Of(Names)}={(dice.OneIn(2) ? dice.Of(Values) : HostileText.Encoded(dice, HostileText.Make(dice, 200)))}"));

    private static async Task AskAsync(byte[] query)
    {
        var asked = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(query)).ToDictionary(one => one.Key, one => one.Value.ToString());
        var question = new RegisterQuestion
        {
            Number = asked.GetValueOrDefault("number"), Mark = asked.GetValueOrDefault("mark"), State = Known<AppealState>("state"), Kind = Known<Kind>("kind"),
            Subject = Known<Subject>("subject"), Group = Known<WriterGroup>("group"), Channel = Known<Channel>("channel"),
            From = Day("from"), To = Day("to"), Older = Place("older"), Newer = Place("newer"),
        };
        var school = await Filled.Value;
        var number = RegisterNumber.TryParse(question.Number, out var typed, school.Clock.Today.Year) ? typed : null;
        var page = await new Register(school.Database.Gate).ListAsync(school.Responsible.Now(school), question.ToFilter(number), new RegisterCursor(question.Older, question.Newer));
        FuzzTarget.Must(page.Common.Select(row => row.Id).Distinct().Count() == page.Common.Count, "A row stands twice.");
        FuzzTarget.Must(question.ToQuery(new RegisterCursor(question.Older, question.Newer)).All(char.IsAscii), "An address is not one.");

        T? Known<T>(string name)
            where T : struct, Enum => asked.TryGetValue(name, out var text) && Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;

        DateOnly? Day(string name) => asked.TryGetValue(name, out var text) && DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) ? day : null;

        long? Place(string name) => asked.TryGetValue(name, out var text) && long.TryParse(text, CultureInfo.InvariantCulture, out var place) ? place : null;
    }

    /// <summary>Three letters, one of them restricted; the folder goes with the process.</summary>
    private static async Task<TestSchool> FillAsync()
    {
        var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => database.DisposeAsync().AsTask().GetAwaiter().GetResult();
        var school = await TestSchool.OpenAsync(database);
        await school.AcceptAsync(TestSchool.Letter("Кат."));
        await school.AcceptAsync(TestSchool.Letter("Директор жөнүндө.", About.Director));
        await school.AcceptAsync(TestSchool.Letter("Дагы."));
        return school;
    }
}
