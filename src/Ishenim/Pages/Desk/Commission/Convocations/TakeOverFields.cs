using Ishenim.Core.Commission;
using Ishenim.Core.Staff;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Commission.Convocations;

/// <summary>Who the commission on paper is, as typed; its order stands in <see cref="OrderFields"/>.</summary>
public sealed class TakeOverFields
{
    private const int MostProtocols = 1_000_000;

    /// <summary>In the order of the form.</summary>
    public IList<TakenMember> Members { get; } = [];

    public Guid? Chair { get; set; }

    public Guid? Deputy { get; set; }

    public Guid? Secretary { get; set; }

    public string? LastProtocol { get; set; }

    /// <summary>Who has a role of the commission already is proposed, in the group that their position says.</summary>
    public static TakeOverFields Of(IEnumerable<Person> people, int lastProtocol)
    {
        var all = people.ToList();
        var fields = new TakeOverFields
        {
            Chair = all.Find(person => person.Has(Role.Chair))?.Id.Value, Deputy = all.Find(person => person.Has(Role.DeputyChair))?.Id.Value, LastProtocol = $"{lastProtocol}",
        };
        foreach (var person in all.Where(person => person.Has(Role.Chair) || person.Has(Role.DeputyChair) || person.Has(Role.Member)))
            fields.Members.Add(new TakenMember { Person = person.Id.Value, Group = GroupOf(person.Position) });
        return fields;
    }

    public MemberGroup? GroupOf(PersonId person) => Members.LastOrDefault(member => member.Person == person.Value)?.Group;

    /// <summary>Null where something is wrong here or in the order, which then stands in the model state.</summary>
    public CommissionOnPaper? Read(AppointmentOrder? order, ModelStateDictionary state, Say say)
    {
        var members = Members.Where(member => member is { Person: not null, Group: MemberGroup.Administration or MemberGroup.Teachers or MemberGroup.Parents })
            .GroupBy(member => member.Person!.Value).ToDictionary(same => new PersonId(same.Key), same => same.Last().Group!.Value);
        if (Chair is null)
            state.AddModelError("taken.chair", say["form.missing"]);
        foreach (var (key, person) in new[] { ("taken.chair", Chair), ("taken.deputy", Deputy), ("taken.secretary", Secretary) })
            if (person is { } one && !members.ContainsKey(new PersonId(one)))
                state.AddModelError(key, say["takeover.member"]);
        if (Deputy is not null && Deputy == Chair)
            state.AddModelError("taken.deputy", say["refusal.DeputyIsChair"]);
        var last = state.Number("taken.lastProtocol", LastProtocol, 0, MostProtocols, say);
        return state.IsValid && order is not null && Chair is { } chair && last is { } number
            ? new CommissionOnPaper
            {
                Order = order, Members = members, Chair = new PersonId(chair), LastProtocol = number,
                Deputy = Deputy is { } deputy ? new PersonId(deputy) : null, Secretary = Secretary is { } secretary ? new PersonId(secretary) : null,
            }
            : null;
    }

    private static MemberGroup? GroupOf(Position position) => position switch
    {
        Position.Director or Position.Deputy => MemberGroup.Administration,
        Position.Teacher => MemberGroup.Teachers,
        Position.Committee => MemberGroup.Parents,
        _ => null,
    };
}

/// <summary>A person and their group; no group: no member.</summary>
public sealed class TakenMember
{
    public Guid? Person { get; set; }

    public MemberGroup? Group { get; set; }
}
