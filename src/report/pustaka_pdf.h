/* pustaka_pdf: the functions of cairo, pango and gobject that drawing a PDF calls.
 *
 * These libraries are loaded when a PDF is drawn, not when the program starts: they and what they bring along cost more to load than a whole check of a
 * report takes, and a server that never prints can do without them (docs/decisions/0007). */
#ifndef CAPAIAN_PUSTAKA_PDF_H
#define CAPAIAN_PUSTAKA_PDF_H

#define PUSTAKA_PDF(F) \
	F(cairo_create) F(cairo_destroy) F(cairo_fill) F(cairo_font_options_create) F(cairo_font_options_destroy) \
	F(cairo_font_options_set_hint_metrics) F(cairo_font_options_set_hint_style) F(cairo_line_to) F(cairo_move_to) \
	F(cairo_pdf_surface_create_for_stream) F(cairo_pdf_surface_restrict_to_version) F(cairo_pdf_surface_set_metadata) \
	F(cairo_pdf_surface_set_size) F(cairo_rectangle) F(cairo_scaled_font_get_font_face) F(cairo_set_font_face) \
	F(cairo_set_font_options) F(cairo_set_font_size) F(cairo_set_line_width) F(cairo_set_source_rgb) F(cairo_show_page) \
	F(cairo_show_text_glyphs) F(cairo_status) F(cairo_status_to_string) F(cairo_stroke) F(cairo_surface_destroy) \
	F(cairo_surface_finish) F(cairo_surface_status) F(cairo_tag_begin) F(cairo_tag_end) F(g_object_ref) F(g_object_unref) \
	F(pango_cairo_context_set_font_options) F(pango_cairo_context_set_resolution) F(pango_cairo_font_get_scaled_font) \
	F(pango_cairo_font_map_new_for_font_type) F(pango_context_set_font_description) F(pango_context_set_round_glyph_positions) \
	F(pango_font_describe) F(pango_font_description_free) F(pango_font_description_get_family) F(pango_font_description_new) \
	F(pango_font_description_set_absolute_size) F(pango_font_description_set_family_static) F(pango_font_description_set_weight) \
	F(pango_font_map_create_context) F(pango_font_map_load_font) F(pango_glyph_string_free) F(pango_glyph_string_new) \
	F(pango_item_copy) F(pango_item_free) F(pango_itemize) F(pango_reorder_items) F(pango_shape)

#endif
