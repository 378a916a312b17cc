using Ishenim.Core.Appeals;
using Ishenim.Core.Attachments;
using Ishenim.Core.Journal;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Ishenim.Testing.Fire;

/// <summary>Holds what is there against what was acknowledged.</summary>
public static class LetterCheck
{
    /// <summary>These letters are there and whole, no others are, and nothing half is left beside them.</summary>
    public static async Task AllThereAsync(TestSchool school, IReadOnlyCollection<(string Code, FireLetter Letter)> accepted)
    {
        Assert.Equal(accepted.Count, await VerifyAsync(school));
        await OpenAsync(school, accepted);
        await SweepAsync(school);
    }

    /// <summary>Journal, letters, numbers and files agree with each other.</summary>
    /// <returns>How many letters there are.</returns>
    public static async Task<long> VerifyAsync(TestSchool school)
    {
        await using var snapshot = await Snapshot.BeginAsync(school.Database.Open(school.Id), CancellationToken.None);
        var report = await Verifier.VerifyAsync(snapshot.Db, school.Files, CancellationToken.None);
        Assert.Null(report.Contradiction);
        return report.Letters;
    }

    /// <summary>Each code opens its letter, word for word and with all of its files.</summary>
    public static async Task OpenAsync(TestSchool school, IEnumerable<(string Code, FireLetter Letter)> acknowledged)
    {
        var threads = new WriterThread(school.Database.Gate, new CodeStretching(), school.Staged, school.Files, school.Time);
        await Parallel.ForEachAsync(acknowledged, async (one, _) => await OpenAsync(school, threads, one.Code, one.Letter));
    }

    /// <summary>What no letter came for goes with the sweeps, two of each; every file that is left has its row.</summary>
    public static async Task SweepAsync(TestSchool school)
    {
        var (staged, kept) = (new StagedSweep(school.Files), new KeptSweep(school.Database.Gate, school.Files));
        for (var sweeps = 0; sweeps < 2; sweeps++)
        {
            await staged.SweepAsync();
            await kept.SweepAsync(CancellationToken.None);
        }
        Assert.Empty(Directory.GetFiles(Path.Combine(school.Database.Folder, "staging")));
        await using var db = school.Database.Open(school.Id);
        var named = await db.Set<Attachment>().Select(file => file.Id).ToListAsync();
        Assert.Equal(named.Order(), await school.Files.ListAsync(school.Id, CancellationToken.None).Select(file => file.Id).Order().ToListAsync());
    }

    private static async Task OpenAsync(TestSchool school, WriterThread threads, string digits, FireLetter letter)
    {
        Assert.True(ReceiptCode.TryParse(digits, out var code));
        using var thread = await threads.OpenAsync(school.School, code, CancellationToken.None);
        Assert.True(thread is not null, "A letter that was acknowledged is not there.");
        var message = thread.Messages[0];
        Assert.Equal(letter.Text, message.Text);
        Assert.Equal(letter.Files.Count, message.Files.Count);
        for (var i = 0; i < letter.Files.Count; i++)
        {
            using var content = new MemoryStream();
            var write = await threads.FileAsync(school.School, thread, message.Files[i].Id, CancellationToken.None);
            await write!(content, CancellationToken.None);
            Assert.Equal(letter.Files[i], content.ToArray());
        }
    }
}
