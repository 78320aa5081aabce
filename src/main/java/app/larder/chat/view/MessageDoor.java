package app.larder.chat.view;

import app.larder.chat.ChatMessage;
import java.net.URI;

/** What can be done with a message on screen. */
interface MessageDoor {

    void copy(String text);

    void retry(ChatMessage message);

    void goOn(ChatMessage answer);

    void edit(ChatMessage question);

    void makeRecipe(ChatMessage answer);

    /** A link was pressed. */
    void follow(URI link);
}
