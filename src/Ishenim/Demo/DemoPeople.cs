using Ishenim.Core.Staff;

namespace Ishenim.Demo;

/// <summary>Plainly invented people: their family names say what they do.</summary>
internal static class DemoPeople
{
    public static readonly IReadOnlyList<(string Login, PersonInput Person)> All =
    [
        ("jooptuu", New("Аяна Жооптуева", "директордун тарбия иштери боюнча орун басары", Position.Deputy, woman: true, Role.Responsible)),
        ("direktor", New("Бакыт Директоров", "директор", Position.Director, woman: false, Role.Director)),
        ("toraga", New("Гүлнур Төрагаева", "ата-энелердин комитетинин мүчөсү", Position.Committee, woman: true, Role.Chair)),
        ("muchosu", New("Данияр Мүчөев", "тарых мугалими", Position.Teacher, woman: false, Role.Member)),
        ("atkaruuchu", New("Элнура Аткарова", "социалдык педагог", Position.Teacher, woman: true, Role.Executor)),
        ("admin", New("Жаныбек Тейлөөчүев", "информатика мугалими", Position.Teacher, woman: false, Role.Administrator)),
    ];

    private static PersonInput New(string name, string post, Position position, bool woman, Role role) => new()
    {
        Name = name, Post = post, Position = position, Woman = woman, Email = null, Language = "ky", Roles = new HashSet<Role> { role },
    };
}
