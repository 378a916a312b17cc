using Ishenim.Core.Appeals.Consideration;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Appeals;

/// <summary>What was done, as typed.</summary>
public sealed class MeasureFields
{
    public MeasureKind Kind { get; set; }

    public string? Text { get; set; }

    public string? Ground { get; set; }

    public string? By { get; set; }

    public DateOnly? On { get; set; }

    public string? Result { get; set; }

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    public Measure? Read(ModelStateDictionary state, DateOnly today, Say say)
    {
        (Text, Ground, By, Result) = (PlainText.Of(Text).Trim(), OneLine.Of(Ground), OneLine.Of(By), PlainText.Of(Result).Trim());
        var day = state.Day("measure.on", On, say);
        if (day > today)
            state.AddModelError("measure.on", say["measure.future"]);
        state.FitsIn("measure.text", Text, Measure.TextLength, say);
        state.FitsIn("measure.by", By, Measure.ByLength, say);
        state.FitsIn("measure.ground", Ground, Measure.GroundLength, say, needed: false);
        state.FitsIn("measure.result", Result, Measure.TextLength, say, needed: false);
        return state.IsValid ? new Measure { Kind = Kind, Text = Text, Ground = Ground, By = By, TakenOn = day!.Value, Result = Result } : null;
    }
}

/// <summary>The end of consideration, as typed.</summary>
public sealed class ClosingFields
{
    public Outcome? Outcome { get; set; }

    public LawGround? Without { get; set; }

    public string? Ground { get; set; }

    public string? Lesson { get; set; }

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    public ClosingRecord? Read(ModelStateDictionary state, Say say)
    {
        (Ground, Lesson) = (OneLine.Of(Ground), PlainText.Of(Lesson).Trim());
        if (Outcome is null)
            state.AddModelError("closing.outcome", say["closing.outcome.none"]);
        var without = Outcome == Core.Appeals.Consideration.Outcome.WithoutConsideration;
        if (without && Without is null)
            state.AddModelError("closing.without", say["refusal.ClosingNeedsGround"]);
        state.FitsIn("closing.ground", Ground, ClosingRecord.GroundLength, say, needed: false);
        state.FitsIn("closing.lesson", Lesson, ClosingRecord.LessonLength, say, needed: false);
        return state.IsValid ? new ClosingRecord { Outcome = Outcome!.Value, Without = without ? Without : null, Ground = Ground, Lesson = Lesson } : null;
    }
}
