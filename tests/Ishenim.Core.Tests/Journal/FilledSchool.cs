using System.Text;
using Ishenim.Core.Appeals;
using Ishenim.Core.Journal;
using Ishenim.Core.Storage;
using Ishenim.Sealing;

namespace Ishenim.Core.Tests.Journal;

/// <summary>A school with letters over three days, one of them restricted and one with a file, and what staff did.</summary>
internal sealed class FilledSchool(TestDatabase database, TestSchool school) : IAsyncDisposable
{
    public const string FileText = "сүрөттүн ордуна";

    public TestDatabase Database => database;

    public TestSchool School => school;

    public List<(ReceiptCode Code, string Text)> Letters { get; } = [];

    public static async Task<FilledSchool> StartAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.StartAsync(kind);
        var filled = new FilledSchool(database, await TestSchool.OpenAsync(database));
        for (var day = 1; day <= 3; day++)
        {
            await filled.WriteAsync($"Кат {day}");
            await filled.WriteAsync($"Директор жөнүндө {day}", About.Director);
            await filled.ActAsync(JournalVerb.SignedIn);
            await filled.ActAsync(JournalVerb.Searched);
            filled.School.Time.Pass(TimeSpan.FromDays(1));
        }
        await filled.WriteWithFileAsync("Файлы менен");
        await filled.ActAsync(JournalVerb.SignedOut);
        return filled;
    }

    public async Task WriteAsync(string text, params About[] about) =>
        Letters.Add(((await school.AcceptAsync(TestSchool.Letter(text, about))).Code, text));

    public async Task WriteWithFileAsync(string text)
    {
        var letter = TestSchool.Letter(text);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(FileText));
        var file = await school.Staged.StageAsync(content, "a.txt", letter.Draft.FileSeal(school.Id), CancellationToken.None);
        Letters.Add(((await school.AcceptAsync(letter with { Files = [file] })).Code, text));
    }

    public async Task ActAsync(string verb)
    {
        await using var db = database.Open(school.Id);
        await database.Gate.InTransactionAsync(db, () => db.JournalActAsync(school.Clock.UtcNow, school.Clock.Today, new Act(school.Responsible.Id, verb)));
    }

    public async Task<VerifyReport> VerifyAsync()
    {
        await using var snapshot = await Snapshot.BeginAsync(database.Open(school.Id), CancellationToken.None);
        return await Verifier.VerifyAsync(snapshot.Db, school.Files, CancellationToken.None);
    }

    public async ValueTask DisposeAsync() => await database.DisposeAsync();
}
