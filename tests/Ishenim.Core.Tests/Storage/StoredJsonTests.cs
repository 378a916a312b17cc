using System.Text.Json;
using Ishenim.Core.Appeals;
using Ishenim.Core.Calendar;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;

namespace Ishenim.Core.Tests.Storage;

/// <summary>What older rows hold as JSON is read, and what is written is read again.</summary>
public sealed class StoredJsonTests
{
    private static readonly JsonSerializerOptions ByReflection = new() { Converters = { new PersonId.Json() } };

    [Fact]
    public void Deserialize_FactsBeforeDeadlinesWereKept_HaveNone()
    {
        var facts = JsonSerializer.Deserialize("""{"About":[1],"Excluded":["6f1c5d3e-0000-4000-8000-000000000001"],"Language":"ky","Restricted":null}""", StoredJson.Default.SealedFacts)!;

        Assert.Empty(facts.FormerDeadlines);
        Assert.Equal([new PersonId(Guid.Parse("6f1c5d3e-0000-4000-8000-000000000001"))], facts.Excluded);
        Assert.Equal("ky", facts.Language);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Days":[]}""")]
    [InlineData("""{"Rules":[]}""")]
    public void FromJson_ListMissing_IsEmpty(string json)
    {
        var book = CalendarBook.FromJson(json);

        Assert.Empty(book.Days);
        Assert.Empty(book.Rules);
    }

    /// <summary>As it was written before code for it was made while building.</summary>
    [Fact]
    public void Serialize_Facts_AreWrittenAsReflectionWroteThem()
    {
        var facts = new SealedFacts
        {
            About = [About.Teacher], Excluded = [PersonId.New()], Language = "ru", Restricted = null,
            FormerDeadlines = [new FormerDeadline(new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 1), "Мөөнөт")],
        };

        Assert.Equal(JsonSerializer.Serialize(facts, ByReflection), JsonSerializer.Serialize(facts, StoredJson.Default.SealedFacts));
    }
}
