using Ishenim.Core.Appeals;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Schools;
using Ishenim.Words;

namespace Ishenim.Pages.Public;

/// <summary>Who reads a letter, as the public is told: by post, never by name.</summary>
public sealed class ReaderPosts(DatabaseGate database, CurrentSchool current, Say say)
{
    /// <summary>Such as "the responsible person, the director"; null where nobody could read it.</summary>
    public async Task<string?> OfAsync(IReadOnlyCollection<About> about)
    {
        var roster = await database.Sql(current.School.Id).RosterAsync();
        try
        {
            var readers = ReaderRule.Choose(roster, about, []).Readers;
            return string.Join(", ", readers.OrderBy(ReaderRule.RankOf).Select(reader => say[Key(reader)]).Distinct());
        }
        catch (NobodyMayRead)
        {
            return null;
        }
    }

    private static string Key(RosterLine reader) => ReaderRule.RankOf(reader) switch
    {
        0 => "reader.responsible",
        1 => "reader.director",
        2 => reader.Woman ? "reader.chair.woman" : "reader.chair",
        3 => "reader.deputy",
        4 => "reader.office",
        _ => "reader.member",
    };
}
