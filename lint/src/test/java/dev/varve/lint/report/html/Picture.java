package dev.varve.lint.report.html;

import java.awt.image.BufferedImage;

/** What is to be seen. */
record Picture(BufferedImage image) {

    /** How many pixels have exactly this colour, such as {@code #3f79b8}. */
    int pixels(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == rgb ? 1 : 0;
            }
        }
        return count;
    }
}
