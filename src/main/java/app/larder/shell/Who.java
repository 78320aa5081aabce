package app.larder.shell;

import javafx.beans.value.ObservableValue;

/**
 * Who is there, as the rail shows it.
 *
 * @param name what they are called
 * @param locked whether leaving asks for the password to come back
 * @param leave closes their larder and asks who is cooking
 */
public record Who(ObservableValue<String> name, boolean locked, Runnable leave) {}
