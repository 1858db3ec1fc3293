package nl.klantstem.link;

/** Who owns a timeline, by the first letters of its key: a customer's pseudonym, or a contact or response without one. */
final class Owners {

    static final String CUSTOMER = "c:";

    private Owners() {}

    static boolean isCustomer(String owner) {
        return owner.startsWith(CUSTOMER);
    }

    /** The pseudonym of an owner who is a customer. */
    static String pseudonym(String owner) {
        return owner.substring(CUSTOMER.length());
    }
}
