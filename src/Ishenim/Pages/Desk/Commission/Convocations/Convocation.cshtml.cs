using Ishenim.Core.Commission;
using Ishenim.Core.Refusals;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Commission.Convocations;

/// <summary>One convocation: composed while it is a draft; afterwards its members, and who came and went.</summary>
public sealed class ConvocationModel(Core.Commission.Convocations convocations, DeskView desk, IshenimDb db) : PageModel, IShowsAgain, IPlacesRefusals
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery]
    public string? Done { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public OrderFields Order { get; set; } = new();

    [BindProperty]
    public Guid? Person { get; set; }

    [BindProperty]
    public MemberGroup? Group { get; set; }

    [BindProperty]
    public LeaveFields Leave { get; set; } = new();

    public Convocation Row { get; private set; } = null!;

    /// <summary>Everybody of the school, by name; who left is there for the history.</summary>
    public IReadOnlyList<Person> People { get; private set; } = [];

    public DeskView Desk => desk;

    public bool Appoints => desk.Actor.AppointsCommission() && Row.EndedOn is null;

    public IReadOnlyList<MemberGroup> Missing => Core.Commission.Convocations.MissingOf(Row.Members);

    /// <summary>Groups of the commission of now of which nobody is left: who left the school was not held back.</summary>
    public IReadOnlyList<MemberGroup> Gone => IsNow ? Core.Commission.Convocations.MissingOf(Row.At(desk.Actor.Today)) : [];

    /// <summary>The elected chair's key waits for a reader's confirmation; until then who was chair before reads.</summary>
    public bool ChairWaits => IsNow && Row.Chair is { } chair && Of(chair).Account is not { MayRead: true };

    /// <summary>Whether the order is a paper here: composed, or frozen.</summary>
    public bool HasOrder { get; private set; }

    private bool IsNow => Row.ConvenedOn is not null && Row.EndedOn is null;

    private ConvocationId Which => new(Id);

    public Person Of(PersonId id) => People.First(person => person.Id == id);

    /// <summary>Who could come in: at the school, and not named in it yet.</summary>
    public IEnumerable<Person> Free => People.Where(person => person.LeftOn is null && Row.Members.All(member => member.Person != person.Id));

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        Order = OrderFields.Of(Row);
        Leave.Day = desk.Actor.Today;
        return Page();
    }

    public async Task<IActionResult> OnPostOrderAsync()
    {
        if (Order.Read(ModelState, desk.Say) is not { } order || !ModelState.IsValid)
            return await AgainAsync();
        await convocations.ChangeAsync(desk.Actor, Which, Version, order);
        return Back("saved");
    }

    public async Task<IActionResult> OnPostPutAsync()
    {
        if (!HasPersonAndGroup())
            return await AgainAsync();
        await convocations.PutAsync(desk.Actor, Which, new PersonId(Person!.Value), Group!.Value);
        return Back("put");
    }

    /// <summary>Somebody for a group of which nobody is left.</summary>
    public async Task<IActionResult> OnPostFillAsync()
    {
        if (!HasPersonAndGroup())
            return await AgainAsync();
        await convocations.FillAsync(desk.Actor, Which, new PersonId(Person!.Value), Group!.Value);
        return Back("filled");
    }

    public async Task<IActionResult> OnPostTakeOutAsync()
    {
        await convocations.TakeOutAsync(desk.Actor, Which, new PersonId(Person ?? Guid.Empty));
        return Back("out");
    }

    public async Task<IActionResult> OnPostConveneAsync()
    {
        await convocations.ConveneAsync(desk.Actor, Which, Version);
        return Back("convened");
    }

    public async Task<IActionResult> OnPostDropAsync()
    {
        await convocations.DropAsync(desk.Actor, Which);
        return LocalRedirect(desk.Address("/desk/commission"));
    }

    public async Task<IActionResult> OnPostLeaveAsync()
    {
        if (Leave.Read(ModelState, desk.Say) is not { } leave || !ModelState.IsValid)
            return await AgainAsync();
        await convocations.LeaveAsync(desk.Actor, Which, leave);
        return Back("left");
    }

    public async Task ShowAgainAsync()
    {
        await LoadAsync();
        if (!ModelState.ContainsKey("order.number"))
            Order = OrderFields.Of(Row);
    }

    private bool HasPersonAndGroup()
    {
        if (Person is null)
            ModelState.AddModelError("person", desk.Say["form.missing"]);
        if (Group is not (MemberGroup.Administration or MemberGroup.Teachers or MemberGroup.Parents))
            ModelState.AddModelError("group", desk.Say["form.missing"]);
        return ModelState.IsValid;
    }

    public string? FieldOf(Refusal refusal) => refusal switch
    {
        LastOfGroup or SuccessorIsMember => "leave.successor",
        MemberDayNotPossible => "leave.day",
        TermNotPossible => "order.until",
        MemberOfTwoGroups => "group",
        _ => null,
    };

    private async Task<bool> LoadAsync()
    {
        People = await db.Set<Person>().AsNoTracking().Include(person => person.Account).OrderBy(person => person.Name).ToListAsync();
        var row = await db.Set<Convocation>().AsNoTracking().Include(one => one.Members).SingleOrDefaultAsync(one => one.Id == Which);
        Row = row!;
        HasOrder = row is not null && (row.ConvenedOn is null || await db.Set<FrozenForm>().AnyAsync(form => form.Of == Id && form.Kind == FormKind.Order));
        return row is not null;
    }

    private async Task<IActionResult> AgainAsync()
    {
        await ShowAgainAsync();
        return Row is null ? NotFound() : Page();
    }

    private LocalRedirectResult Back(string done) => LocalRedirect(desk.Address($"/desk/commission/convocations/{Id}?done={done}"));
}
