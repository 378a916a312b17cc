using Microsoft.AspNetCore.Http;

namespace Ishenim.Components;

public sealed class ComponentTests
{
    private static FieldTagHelper Field(string name) => new(Rendered.Say) { Name = name, Label = "Кат", ViewContext = Rendered.View() };

    [Fact]
    public void Field_TypedMarkup_StaysText()
    {
        var field = Field("text");
        field.Type = "textarea";
        field.Value = "\n</textarea><script>alert(1)</script>";
        var body = Rendered.Of(field);
        Assert.Empty(body.QuerySelectorAll("script"));
        Assert.Equal(field.Value, body.QuerySelector("textarea#text")!.TextContent);
    }

    [Fact]
    public void Field_WithFault_SaysItAndIsTiedToIt()
    {
        var field = Field("contact");
        field.Hint = "Телефон";
        field.ViewContext = Rendered.View(state =>
        {
            state.SetModelValue("contact", "12", "12");
            state.AddModelError("contact", "Ката");
        });
        var input = Rendered.Of(field, "", ("autocomplete", "off")).QuerySelector("input")!;
        Assert.Equal("12", input.GetAttribute("value"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("off", input.GetAttribute("autocomplete"));
        Assert.All(input.GetAttribute("aria-describedby")!.Split(' '), id => Assert.NotNull(input.Owner!.GetElementById(id)));
        Assert.Contains("Ката", input.Owner!.GetElementById("contact-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Field_Password_IsNeverKept()
    {
        var field = Field("passphrase");
        field.Type = "password";
        field.Value = "күмүш жылдыз";
        Assert.False(Rendered.Of(field).QuerySelector("input")!.HasAttribute("value"));
    }

    [Fact]
    public void ErrorSummary_Faults_LeadToTheirFields()
    {
        var body = Rendered.Of(new ErrorSummaryTagHelper(Rendered.Say)
        {
            ViewContext = Rendered.View(state =>
            {
                state.AddModelError("text", "Кат бош калды");
                state.AddModelError("", "Азыр кат жазгандар көп");
            }),
        });
        Assert.Equal("alert", body.FirstElementChild!.GetAttribute("role"));
        Assert.Equal("#text", Assert.Single(body.QuerySelectorAll("a")).GetAttribute("href"));
        Assert.Equal(2, body.QuerySelectorAll("li").Length);
    }

    [Fact]
    public void ErrorSummary_NoFault_IsNothing() =>
        Assert.Empty(Rendered.Of(new ErrorSummaryTagHelper(Rendered.Say) { ViewContext = Rendered.View() }).Children);

    [Theory]
    [InlineData("12345678901234567890")]
    [InlineData("1234 5678 9012 3456 7890")]
    public void ReceiptCode_AnyBlanks_IsFivesOfFour(string code) =>
        Assert.Equal("1234 5678 9012 3456 7890", Rendered.Of(new ReceiptCodeTagHelper { Code = code }).QuerySelector("output#receipt")!.TextContent);

    [Theory]
    [InlineData(9, 14, "64%", "calm")]
    [InlineData(13, 14, "92%", "soon")]
    [InlineData(20, 14, "100%", "late")]
    public void Deadline_DaysGone_ShowsPartAndUrgency(int used, int of, string width, string kind)
    {
        var bar = Rendered.Of(new DeadlineTagHelper { Used = used, Of = of, Text = "x" }).FirstElementChild!;
        Assert.Equal(width, bar.QuerySelector(".used")!.GetAttribute("width"));
        Assert.Contains(kind, bar.ClassList);
    }

    [Theory]
    [InlineData("", "/s/five/write")]
    [InlineData("?lang=ru", "/s/five/write?lang=ky")]
    public void Go_PageOfSchool_KeepsSchoolAndLanguage(string query, string href)
    {
        var view = Rendered.View();
        view.HttpContext.Request.PathBase = "/s/five";
        view.HttpContext.Request.QueryString = new QueryString(query);
        var link = Rendered.Of(new GoTagHelper(Rendered.Say) { Go = "/write", ViewContext = view }).FirstElementChild!;
        Assert.Equal(href, link.GetAttribute("href"));
    }

    [Fact]
    public void Room_Paths_HoldTheirPagesOnly()
    {
        Assert.True(Room.Today.Holds("/desk"));
        Assert.False(Room.Today.Holds("/desk/appeals"));
        Assert.True(Room.Appeals.Holds("/desk/appeals/1"));
        Assert.False(Room.Appeals.Holds("/desk/appealsx"));
    }
}
