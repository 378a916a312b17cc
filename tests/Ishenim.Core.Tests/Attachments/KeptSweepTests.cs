using System.Text;
using Ishenim.Core.Appeals;
using Ishenim.Core.Attachments;

namespace Ishenim.Core.Tests.Attachments;

/// <summary>Files of letters that were not accepted in the end.</summary>
public sealed class KeptSweepTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task SweepAsync_SeenTwiceWithoutARow_Goes_AcceptedStays(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var sweep = new KeptSweep(database.Gate, school.Files);
        var letter = TestSchool.Letter("Сүрөтү менен.");
        var accepted = await StageAsync(school, letter.Draft);
        await school.AcceptAsync(letter with { Files = [accepted] });
        using var draft = LetterDraft.New();
        var orphan = await StageAsync(school, draft);
        await school.Files.KeepAsync(school.Id, orphan.Id, CancellationToken.None);

        await sweep.SweepAsync(CancellationToken.None);
        Assert.Equal(2, (await KeptAsync(school)).Count);
        await sweep.SweepAsync(CancellationToken.None);

        Assert.Equal([accepted.Id], await KeptAsync(school));
    }

    /// <summary>The commit failed after the files were kept: the page is sent again with the same files.</summary>
    [Fact]
    public async Task KeepAsync_CommitFails_TheFileIsThereForTheNextTry()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var letter = TestSchool.Letter("Сүрөтү менен.");
        var file = await StageAsync(school, letter.Draft);
        await school.Files.KeepAsync(school.Id, file.Id, CancellationToken.None);

        var found = await school.Staged.FindAsync(file.Id, letter.Draft.FileSeal(school.Id), CancellationToken.None);
        await school.AcceptAsync(letter with { Files = [found!] });

        Assert.Equal([file.Id], await KeptAsync(school));
        Assert.Empty(Directory.GetFiles(Path.Combine(database.Folder, "staging")));
    }

    private static async Task<List<Guid>> KeptAsync(TestSchool school)
    {
        var kept = new List<Guid>();
        await foreach (var (id, _) in school.Files.ListAsync(school.Id, CancellationToken.None))
            kept.Add(id);
        return kept;
    }

    private static Task<StagedFile> StageAsync(TestSchool school, LetterDraft draft) => school.Staged.StageAsync(
        new MemoryStream(Encoding.UTF8.GetBytes("мазмун")), "сүрөт.txt", draft.FileSeal(school.Id), CancellationToken.None);
}
