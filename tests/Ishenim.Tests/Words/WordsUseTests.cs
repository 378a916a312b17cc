using System.Text.RegularExpressions;

namespace Ishenim.Words;

/// <summary>The words and the pages fit together: none missing, none left over.</summary>
public sealed partial class WordsUseTests
{
    /// <summary>Keys that are put together at run time in a way that the search for <c>"state." + x</c> does not see.</summary>
    private static readonly string[] _families = ["month.", "date."];

    private static readonly WordBook _words = WordBook.Embedded(typeof(WordBook).Assembly);

    private static readonly string _code = string.Join('\n',
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Ishenim"), "*.*", SearchOption.AllDirectories)
        where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal)
        select File.ReadAllText(file));

    [Fact]
    public void Keys_SaidInCode_AllExist()
    {
        var said = Said().Matches(_code).Select(match => match.Groups["key"].Value).ToHashSet();
        Assert.NotEmpty(said);
        Assert.Empty(said.Except(_words.Keys));
    }

    [Fact]
    public void Families_SaidInCode_AllExist() =>
        Assert.All(Family().Matches(_code).Select(match => match.Groups["key"].Value).Distinct(),
            family => Assert.Contains(_words.Keys, key => key.StartsWith(family, StringComparison.Ordinal)));

    [Fact]
    public void Keys_InWords_AllUsed()
    {
        var literals = Literal().Matches(_code).Select(match => match.Groups["key"].Value).ToHashSet();
        var families = Family().Matches(_code).Select(match => match.Groups["key"].Value).Concat(_families).ToHashSet();
        var unused = _words.Keys.Where(key => !literals.Contains(key) && !families.Any(family => key.StartsWith(family, StringComparison.Ordinal)));
        Assert.Equal("", string.Join('\n', unused.Order(StringComparer.Ordinal)));
    }

    [GeneratedRegex("""\b[Ss]ay\["(?<key>[^"{]+)"\s*[\],]""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Said();

    [GeneratedRegex("""\b[Ss]ay\[(\$"(?<key>[\w.]+\.)\{|"(?<key>[\w.]+\.)" \+)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Family();

    [GeneratedRegex("\"(?<key>[a-z][\\w.]*)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Literal();
}
