using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Calendar;
using Ishenim.Core.Schools;
using Microsoft.AspNetCore.Mvc;

namespace Ishenim.Pages.Desk.Appeals;

public sealed partial class AppealModel
{
    [BindProperty(Name = "measure")]
    public MeasureFields Measure { get; set; } = new();

    [BindProperty(Name = "closing")]
    public ClosingFields Closing { get; set; } = new();

    /// <summary>The last working day to which the term may be extended.</summary>
    public DateOnly LatestExtension => Extending.Latest(desk.School, Letter.Facts);

    /// <summary>Whether the letter may be left without consideration for having no name.</summary>
    public bool MayLeaveNameless => desk.School.MayLeaveNameless(Letter.Facts);

    /// <summary>For how many working days the term may stand still while the writer is asked something; 0: never.</summary>
    public int PauseDays => desk.School.Rules().At(RuleKind.Pause, desk.Actor.Today);

    /// <summary>The last day on which the term stands still; null: it runs.</summary>
    public DateOnly? PausedUntil => Letter.PausedUntil is { } until && until >= desk.Actor.Today && Letter.Facts.IsWaiting() ? until : null;

    public bool MayAsk => PauseDays > 0 && Letter.HasCode && Letter.Facts.IsWaiting() && Letter.Facts.DueOn >= desk.Actor.Today && PausedUntil is null;

    public async Task<IActionResult> OnPostExtendAsync(DateOnly? until, string? extendReason, int version)
    {
        var day = ModelState.Day(nameof(until), until, desk.Say);
        var reason = ReasonIn(nameof(extendReason), extendReason);
        return ModelState.IsValid
            ? Back(await extending.ExtendAsync(desk.Actor, Appeal, new NewExtension { Until = day!.Value, Reason = reason, Version = version }), "extended")
            : await AgainAsync();
    }

    public async Task<IActionResult> OnPostMeasureAsync() => Measure.Read(ModelState, desk.Actor.Today, desk.Say) is { } measure
        ? Back(await measuring.AddAsync(desk.Actor, Appeal, measure), "measured")
        : await AgainAsync();

    public async Task<IActionResult> OnPostCloseAsync(int version) => Closing.Read(ModelState, desk.Say) is { } record
        ? Back(await ending.CloseAsync(desk.Actor, Appeal, new NewClosing { Record = record, Version = version }), "closed")
        : await AgainAsync();

    public async Task<IActionResult> OnPostCancelAsync(CancelGround cancelGround, string? cancelReason, int version)
    {
        if (!Enum.IsDefined(cancelGround))
            ModelState.AddModelError(nameof(cancelGround), desk.Say["cancel.ground.none"]);
        var reason = ReasonIn(nameof(cancelReason), cancelReason);
        return ModelState.IsValid
            ? Back(await ending.CancelAsync(desk.Actor, Appeal, new NewCancelling { Ground = cancelGround, Reason = reason, Version = version }), "cancelled")
            : await AgainAsync();
    }

    public async Task<IActionResult> OnPostReopenAsync(string? reopenReason, int version)
    {
        var reason = ReasonIn(nameof(reopenReason), reopenReason);
        return ModelState.IsValid ? Back(await reopening.ReopenAsync(desk.Actor, Appeal, reason, version), "reopened") : await AgainAsync();
    }

    /// <summary>A reason that its writer reads; what is wrong with it stands in the model state.</summary>
    private string ReasonIn(string key, string? typed)
    {
        var reason = Typed(typed).Trim();
        if (reason.Length < Step.LeastReason)
            ModelState.AddModelError(key, desk.Say["step.reason.short", ("n", Step.LeastReason)]);
        else
            ModelState.FitsIn(key, reason, Step.ReasonLength, desk.Say);
        return reason;
    }

    private async Task<IActionResult> AgainAsync() => await LoadAsync() ? Page() : NotFound();
}
