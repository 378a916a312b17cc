using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Ishenim.Words;

public sealed class WordBookTests
{
    private static WordBook Read(params string[] files) => new(files.Select((json, i) => ($"words{i}.json", json)));

    private static string One(string key, string ky = "а", string ru = "б", string en = "c") =>
        $$"""{ "{{key}}": { "ky": "{{ky}}", "ru": "{{ru}}", "en": "{{en}}" } }""";

    [Fact]
    public void Read_GoodFiles_EachLanguageSpeaks()
    {
        var words = Read(One("one", "бир", "один", "one"), One("two"));
        Assert.Equal(["бир", "один", "one"], WordBook.Languages.Select(language => words.In(language)["one"]));
        Assert.Equal(2, words.Keys.Count);
    }

    [Theory]
    [InlineData("""{ "x": { "ky": "а", "ru": "б" } }""", "lacks 'en'")]
    [InlineData("""{ "x": { "ky": " ", "ru": "б", "en": "c" } }""", "lacks 'ky'")]
    [InlineData("""{ "x": { "ky": "а", "ru": "б", "en": "c", "uz": "d" } }""", "no language")]
    [InlineData("""{ "x": { "ky": "а", "ky": "а", "ru": "б", "en": "c" } }""", "twice")]
    [InlineData("""{ "x": { "ky": "{n}", "ru": "{n}", "en": "{m}" } }""", "placeholders")]
    public void Read_Fault_ThrowsWithFileAndKey(string json, string fault)
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => Read(json));
        Assert.Contains("words0.json: 'x'", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(fault, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_KeyInTwoFiles_Throws() =>
        Assert.Contains("words1.json: 'x' stands twice", Assert.Throws<InvalidOperationException>(() => Read(One("x"), One("x"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Say_Filled_ReplacesEachPlaceholderOnce()
    {
        var say = Read(One("x", "{a} {b}", "{b} {a}", "{a}{b}{a}")).In("en");
        Assert.Equal("{b}2{b}", say["x", ("a", "{b}"), ("b", 2)]);
    }

    [Fact]
    public void Say_UnknownKeyOrUnfilledPlaceholder_Throws()
    {
        var say = Read(One("x", "{a}", "{a}", "{a}")).In("ky");
        Assert.Throws<KeyNotFoundException>(() => say["y"]);
        Assert.Throws<KeyNotFoundException>(() => say["x", ("b", 1)]);
        Assert.Throws<ArgumentException>(() => Read(One("x")).In("uz"));
    }

    [Theory]
    [InlineData("ky", "16‑ноябрь, 2026‑жыл", "2026-жылдын 16-ноябры")]
    [InlineData("ru", "16\u00a0ноября 2026\u00a0г.", "16 ноября 2026 г.")]
    [InlineData("en", "16\u00a0November 2026", "16 November 2026")]
    public void Date_EachLanguage_ReadsAsPeopleWriteIt(string language, string date, string heading)
    {
        var say = WordBook.Embedded(typeof(WordBook).Assembly).In(language);
        var day = new DateOnly(2026, 11, 16);
        Assert.Equal(date, say.Date(day));
        Assert.Equal(heading, say.HeadingDate(day));
        Assert.Equal("16.11.2026", Say.ShortDate(day));
        Assert.Contains(date, say["answer.due", ("date", day)], StringComparison.Ordinal);
    }

    [Fact]
    public void AddWords_RequestInUnknownLanguage_SpeaksKyrgyz()
    {
        using var services = new ServiceCollection().AddWords().BuildServiceProvider();
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        using var scope = services.CreateScope();
        Assert.Equal("ky", scope.ServiceProvider.GetRequiredService<Say>().Language);
    }
}
